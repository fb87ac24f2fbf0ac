# Runs the tests of all modules and counts them from their reports.

run_tests() {
  use_mysql=no
  modules=
  while [ $# -gt 0 ]; do
    case $1 in
      --mysql)
        use_mysql=yes
        shift
        ;;
      -pl)
        [ $# -ge 2 ] || fail "-pl 后面要写模块名,例如 -pl processes。" \
          "-pl needs module names, for instance -pl processes."
        modules=$2
        shift 2
        ;;
      *) break ;;
    esac
  done
  choose_jdk
  require_maven
  if [ $use_mysql = yes ]; then
    . "$CERTHALL_HOME/standalone/launcher/mysql.sh"
    trap stop_mysql EXIT
    trap 'exit 130' INT TERM HUP
    start_mysql
    # The other modules' tests never reach the database through this setting.
    modules=${modules:-db-migrations,processes,workers,backoffice}
    set -- "-Dcerthall.test.database.url=$mysql_url" "$@"
  fi
  if [ -n "$modules" ]; then
    set -- -pl "$modules" -am -Dsurefire.failIfNoSpecifiedTests=false "$@"
  fi
  cd "$CERTHALL_HOME"
  mkdir -p target
  : >target/tests.started
  tell "正在构建并测试所有模块 …" "Building and testing every module …"
  # A failed test must not hide the tests of later modules; the result is judged below.
  { "$maven" -B --no-transfer-progress -Dmaven.test.failure.ignore=true "$@" verify 2>&1 &&
    echo 0 >target/tests.result || echo $? >target/tests.result; } | tee target/tests.log
  result=$(cat target/tests.result)
  if grep -qE 'forked VM terminated|Crashed tests:|error in the fork' target/tests.log; then
    result=1
  fi
  count_tests "$result"
}

# One "Tests run:" line per module, then the total; ends with the true result.
count_tests() {
  find . -name node_modules -prune -o -newer target/tests.started \
    \( -path '*/target/surefire-reports/TEST-*.xml' -o -path '*/target/failsafe-reports/TEST-*.xml' \) \
    -print >target/tests.reports
  xargs grep -H -m 1 '<testsuite ' /dev/null <target/tests.reports | awk -v built="$1" '
    function number(name) {
      if (match($0, " " name "=\"[0-9]+\"")) {
        text = substr($0, RSTART, RLENGTH)
        gsub(/[^0-9]/, "", text)
        return text + 0
      }
      return 0
    }
    {
      module = $0
      sub(/\/target\/.*/, "", module)
      sub(/^\.\//, "", module)
      if (!(module in run)) order[++modules] = module
      run[module] += number("tests")
      failures[module] += number("failures")
      errors[module] += number("errors")
      skipped[module] += number("skipped")
    }
    END {
      print ""
      for (i = 1; i <= modules; i++) {
        m = order[i]
        printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d - %s\n",
          run[m], failures[m], errors[m], skipped[m], m
        all += run[m]; failed += failures[m] + errors[m]; left += skipped[m]
      }
      if (built != 0) print "BUILD FAILURE (" built ")"
      printf "%d passed, %d failed, %d skipped\n", all - failed - left, failed, left
      exit (built != 0 || failed > 0 || all == 0) ? 1 : 0
    }'
}
