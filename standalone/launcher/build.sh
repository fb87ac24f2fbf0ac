# Builds the hall's jar when it is missing or older than its sources.

build_folder=$CERTHALL_HOME/standalone/app/target

# Prints one source file or folder that changed after the last build started.
newer_source() {
  cd "$CERTHALL_HOME"
  find pom.xml db-migrations bpmn processes workers backoffice standalone \
    \( -name target -o -name node_modules -o -name frontend -o -path '*/src/test' \) -prune -o \
    \( -name pom.xml -o -path '*/src/*' -o -path 'bpmn/*' \) -newer "$build_folder/build.started" \
    -print 2>/dev/null | head -n 1
}

why_stale() {
  if [ ! -f "$jar" ] || [ ! -f "$agent_jar" ] || [ ! -f "$build_folder/build.started" ]; then
    tell "首次运行:需要先构建程序(几分钟,只需一次)…" \
      "First run: the program has to be built (a few minutes, once) …"
    return 0
  fi
  changed=$(newer_source)
  if [ -n "$changed" ]; then
    tell "源文件有改动($changed 等),正在重新构建 …" \
      "Sources have changed ($changed and perhaps more), building again …"
    return 0
  fi
  return 1
}

build_when_stale() {
  if [ "${CERTHALL_NO_BUILD:-}" = yes ] && [ -f "$jar" ]; then
    return
  fi
  why_stale || return 0
  require_maven
  mkdir -p "$build_folder"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$build_folder/build.lock"
    flock 9
    # Somebody else may have built while this start waited.
    if [ -f "$jar" ] && [ -f "$build_folder/build.started" ] && [ -z "$(newer_source)" ]; then
      exec 9>&-
      return
    fi
  fi
  build
  exec 9>&-
}

build() {
  log=$build_folder/build.log
  : >"$build_folder/build.starting"
  started=$(date +%s)
  # The lock's descriptor stays with this shell: Maven's children must not keep it.
  (cd "$CERTHALL_HOME" && exec "$maven" -B -DskipTests -Dspotless.check.skip=true \
    -pl standalone/app,standalone/ukey-agent -am package) >"$log" 2>&1 9>&- &
  maven_pid=$!
  trap 'kill $maven_pid 2>/dev/null; exit 130' INT TERM HUP
  show_build "$maven_pid" &
  watcher=$!
  result=0
  wait $maven_pid || result=$?
  kill $watcher 2>/dev/null || true
  wait $watcher 2>/dev/null || true
  trap - INT TERM HUP
  if [ $result -ne 0 ] || [ ! -f "$jar" ]; then
    grep -E '^\[(ERROR\]|WARNING\] \/)' "$log" | head -n 25 >&2 || tail -n 25 "$log" >&2
    fail "构建失败。完整输出:$log" "The build failed. Its whole output: $log"
  fi
  mv "$build_folder/build.starting" "$build_folder/build.started"
  seconds=$(($(date +%s) - started))
  tell "构建完成,用时 $seconds 秒。" "Built in $seconds seconds."
}

# Says which module is being built and how many files were fetched, whenever that changes.
show_build() {
  last=
  while kill -0 "$1" 2>/dev/null; do
    sleep 3
    module=$(sed -n 's/^\[INFO\] Building [^[]*\[\([0-9]*\/[0-9]*\)\].*/\1/p' "$log" | tail -n 1)
    fetched=$(grep -c '^\[INFO\] Downloaded from' "$log" || true)
    now="$module $((fetched / 50))"
    if [ -n "$module" ] && [ "$now" != "$last" ]; then
      last=$now
      seconds=$(($(date +%s) - started))
      tell "  模块 $module,已下载依赖 $fetched 个,$seconds 秒" \
        "  module $module, $fetched dependencies fetched, ${seconds} s"
    fi
  done
}
