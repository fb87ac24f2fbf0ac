# A real MySQL for the database tests: CERTHALL_TEST_DATABASE_URL when set, else a mysqld of this
# machine, else one unpacked once with debootstrap (root on Debian or Ubuntu). Sets mysql_url.

mysql_pid=
mysql_work=

start_mysql() {
  if [ -n "${CERTHALL_TEST_DATABASE_URL:-}" ]; then
    mysql_url=$CERTHALL_TEST_DATABASE_URL
    return
  fi
  mysql_port=$(free_port)
  if command -v mysqld >/dev/null 2>&1 && ! mysqld --version | grep -qi mariadb; then
    mysql_work=$(mktemp -d "${TMPDIR:-/tmp}/certhall-mysql-XXXXXX")
    set -- mysqld
    data=$mysql_work/data
  else
    unpack_mysql
    # Inside the root of the unpacked system, so that its own libraries are found.
    mysql_work=$(mktemp -d "$mysql_root/tests-XXXXXX")
    set -- chroot "$mysql_root" /usr/sbin/mysqld
    data=/${mysql_work##*/}/data
  fi
  log=$mysql_work/mysqld.log
  tell "正在启动 MySQL,端口 $mysql_port …" "Starting MySQL on port $mysql_port …"
  user=
  [ "$(id -u)" -ne 0 ] || user=--user=root
  if ! "$@" --no-defaults --initialize-insecure --datadir="$data" $user >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail "MySQL 初始化失败。" "MySQL could not be initialised."
  fi
  "$@" --no-defaults --datadir="$data" $user --port="$mysql_port" --bind-address=127.0.0.1 \
    --socket="$data/my.sock" --mysqlx=OFF --secure-file-priv=NULL \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci \
    --transaction-isolation=READ-COMMITTED --default-time-zone=+00:00 \
    --max-allowed-packet=64M --group-concat-max-len=16777216 \
    --innodb-flush-log-at-trx-commit=0 --skip-log-bin >>"$log" 2>&1 &
  mysql_pid=$!
  waited=0
  until grep -q 'ready for connections' "$log"; do
    if ! kill -0 $mysql_pid 2>/dev/null || [ $waited -ge 120 ]; then
      tail -n 15 "$log" >&2
      fail "MySQL 没有启动。" "MySQL did not start."
    fi
    sleep 1
    waited=$((waited + 1))
  done
  mysql_url="jdbc:mysql://root@127.0.0.1:$mysql_port/"
}

stop_mysql() {
  if [ -n "$mysql_pid" ]; then
    kill "$mysql_pid" 2>/dev/null || true
    wait "$mysql_pid" 2>/dev/null || true
    mysql_pid=
  fi
  if [ -n "$mysql_work" ]; then
    rm -rf "$mysql_work"
    mysql_work=
  fi
}

# Complete under its name or not there at all.
unpack_mysql() {
  parts=${CERTHALL_PARTS_FOLDER:-$HOME/.certhall/parts}
  mysql_root=$parts/mysql
  [ ! -x "$mysql_root/usr/sbin/mysqld" ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null 2>&1; then
    fail "没有 MySQL。请安装 MySQL 8.4 以上(mysqld),或设置 CERTHALL_TEST_DATABASE_URL=jdbc:mysql://root@主机:端口/,或以 root 身份安装 debootstrap 后重试。" \
      "There is no MySQL. Install MySQL 8.4 or later (mysqld), or set CERTHALL_TEST_DATABASE_URL=jdbc:mysql://root@host:port/, or install debootstrap and run as root."
  fi
  tell "首次运行:正在准备真正的 MySQL(约 2 分钟、600 MB,只需一次)…" \
    "First run: preparing a real MySQL (about 2 minutes, 600 MB, once) …"
  mkdir -p "$parts"
  rm -rf "$mysql_root.unpacking"
  if ! debootstrap --variant=minbase --include=mysql-server-core sid "$mysql_root.unpacking" \
    >"$parts/mysql.log" 2>&1; then
    tail -n 15 "$parts/mysql.log" >&2
    fail "MySQL 准备失败。完整输出:$parts/mysql.log" \
      "MySQL could not be prepared. The whole output: $parts/mysql.log"
  fi
  mv "$mysql_root.unpacking" "$mysql_root"
}

# Below the ports that the system hands out by itself.
free_port() {
  sources=$(mktemp -d "${TMPDIR:-/tmp}/certhall-port-XXXXXX")
  cat >"$sources/FreePort.java" <<'JAVA'
class FreePort {
  public static void main(String[] none) throws Exception {
    for (int port = 24000 + (int) (ProcessHandle.current().pid() % 4000); ; port++) {
      try (var socket = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
        System.out.println(port);
        return;
      } catch (java.io.IOException taken) {
        continue;
      }
    }
  }
}
JAVA
  "$JAVA_HOME/bin/java" "$sources/FreePort.java"
  rm -rf "$sources"
}
