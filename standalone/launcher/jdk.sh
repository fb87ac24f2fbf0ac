# Finds a JDK and Maven.

needed_java=21

# Prints the feature release of the JDK in folder $1; nothing when there is no JDK.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  version=
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  printf '%s' "$version"
}

jdk_on_path() {
  found=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$found" ]; do
    link=$(readlink "$found")
    case $link in
      /*) found=$link ;;
      *) found=$(dirname "$found")/$link ;;
    esac
  done
  dirname "$(dirname "$found")"
}

# Sets and exports JAVA_HOME and sets JDK_VERSION: the newest JDK found, or the one asked for.
choose_jdk() {
  if [ -n "${CERTHALL_JAVA_HOME:-}" ]; then
    JDK_VERSION=$(jdk_version "$CERTHALL_JAVA_HOME")
    if [ -z "$JDK_VERSION" ] || [ "$JDK_VERSION" -lt $needed_java ]; then
      fail "CERTHALL_JAVA_HOME 指向 $CERTHALL_JAVA_HOME,那里没有 JDK $needed_java 以上版本。" \
        "CERTHALL_JAVA_HOME points to $CERTHALL_JAVA_HOME, which holds no JDK $needed_java or later."
    fi
    JAVA_HOME=$CERTHALL_JAVA_HOME
    export JAVA_HOME
    return
  fi
  best=
  best_version=0
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate")
    if [ -n "$version" ] && [ "$version" -gt $best_version ]; then
      best=$candidate
      best_version=$version
    fi
  done
  if [ $best_version -lt $needed_java ]; then
    seen=
    [ $best_version -eq 0 ] || seen=" ($best: $best_version)"
    fail "需要 JDK $needed_java 以上版本(含 javac),没有找到$seen。请安装后重试,或用 CERTHALL_JAVA_HOME 指定它的目录。" \
      "A JDK $needed_java or later (with javac) is needed, none was found$seen. Install one, or name its folder in CERTHALL_JAVA_HOME."
  fi
  JAVA_HOME=$best
  JDK_VERSION=$best_version
  export JAVA_HOME
}

# Needs choose_jdk first. Exports MAVEN_OPTS.
require_maven() {
  maven=mvn
  if [ -n "${MAVEN_HOME:-}" ] && [ -x "$MAVEN_HOME/bin/mvn" ]; then
    maven=$MAVEN_HOME/bin/mvn
  fi
  if ! command -v "$maven" >/dev/null 2>&1; then
    fail "需要 Maven 3.8 以上版本,没有找到 mvn。请安装后重试,或设置 MAVEN_HOME。" \
      "Maven 3.8 or later is needed, but mvn was not found. Install it, or set MAVEN_HOME."
  fi
  if [ "$JDK_VERSION" -ge 24 ]; then
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
  fi
  maven_version=$("$maven" -B -v 2>/dev/null |
    sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${maven_version%%.*}
  minor=${maven_version#*.}
  if [ -z "$maven_version" ] || [ "$major" -lt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -lt 8 ]; }; then
    fail "需要 Maven 3.8 以上版本,找到的是 ${maven_version:-未知版本}。请升级 Maven。" \
      "Maven 3.8 or later is needed, found ${maven_version:-an unknown version}. Please upgrade."
  fi
}
