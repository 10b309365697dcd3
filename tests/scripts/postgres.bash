# Sourced by ./test: a PostgreSQL 15 of this run alone, on a free port, owned by a user that is not root.
# The cluster that Debian's package starts is not touched.

postgres_user=jeongsan-test
postgres_bin=/usr/lib/postgresql/15/bin
postgres_folder=

as_postgres_user() {
  if [[ $(id -u) == 0 ]]; then
    (cd / && exec runuser -u "$postgres_user" -- "$@")
  else
    (cd / && exec "$@")
  fi
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# In the checkout if the user may reach it there (a checkout under /root it may not), else under /tmp.
choose_postgres_folder() {
  postgres_folder="$root/.test/postgres"
  rm -rf "$postgres_folder"
  mkdir -p "$postgres_folder"
  [[ $(id -u) != 0 ]] || chown "$postgres_user" "$postgres_folder"
  if ! as_postgres_user test -w "$postgres_folder"; then
    postgres_folder=$(mktemp -d /tmp/jeongsan-test-postgres.XXXXXX)
    chown "$postgres_user" "$postgres_folder"
  fi
  printf '%s\n' "$postgres_folder" >.test/postgres.folder
}

start_postgres() {
  stop_postgres_of_killed_run
  choose_postgres_folder
  local data="$postgres_folder/data" password port attempt
  password=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
  as_postgres_user tee "$postgres_folder/password" <<<"$password" >/dev/null
  # Without fsync: these data live as long as the run. Durability is the server's own test, by kill -9.
  as_postgres_user "$postgres_bin/initdb" -D "$data" -U jeongsan -A scram-sha-256 --pwfile="$postgres_folder/password" \
    -E UTF8 --locale=C.UTF-8 --no-sync >.test/results/postgres-initdb.log 2>&1
  for attempt in {1..20}; do
    port=$((20000 + RANDOM % 12000))
    port_is_free "$port" || continue
    if as_postgres_user "$postgres_bin/pg_ctl" start -w -s -D "$data" -l "$postgres_folder/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c fsync=off" >/dev/null 2>&1 9>&-; then
      export PGHOST=127.0.0.1 PGPORT=$port PGUSER=jeongsan PGPASSWORD=$password
      export JEONGSAN_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=jeongsan;Password=$password;Database=postgres"
      return
    fi
  done
  echo 'PostgreSQL did not start:' >&2
  as_postgres_user cat "$postgres_folder/log" >&2
  exit 1
}

# Makes an empty database and prints the connection string of it.
create_database() {
  "$postgres_bin/createdb" --template=template0 "$1" 9>&-
  printf '%s' "${JEONGSAN_TEST_POSTGRES/Database=postgres/Database=$1}"
}

stop_postgres() {
  [[ -n $postgres_folder ]] || return 0
  as_postgres_user "$postgres_bin/pg_ctl" stop -s -m immediate -D "$postgres_folder/data" >/dev/null 2>&1 || true
  rm -rf "$postgres_folder" .test/postgres.folder
  postgres_folder=
}

stop_postgres_of_killed_run() {
  [[ -f .test/postgres.folder ]] || return 0
  postgres_folder=$(<.test/postgres.folder)
  stop_postgres
}
