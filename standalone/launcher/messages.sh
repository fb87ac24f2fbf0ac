# Words to the person at the terminal: on standard error, for standard output carries results.

case ${LC_ALL:-${LANG:-}} in
  en*) english=yes ;;
  *) english=no ;;
esac

# tell CHINESE ENGLISH
tell() {
  if [ $english = yes ]; then
    printf '%s\n' "$2" >&2
  else
    printf '%s\n' "$1" >&2
  fi
}

# An error is worth both languages.
fail_softly() {
  printf '%s\n%s\n' "$1" "$2" >&2
}

fail() {
  fail_softly "$1" "$2"
  exit 1
}
