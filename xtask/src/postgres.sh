# A PostgreSQL that lives as long as whoever holds this script's standard input, however that one ends.
# Arguments: folder of the programs, port, password, settings. Prints "ready" once it can be asked.
set -eu
programs=$1 port=$2 password=$3
shift 3
folder=$(mktemp -d "${TMPDIR:-/tmp}/suara-postgres.XXXXXX")
server=
stop() {
  trap - EXIT
  if [ -n "$server" ]; then kill -INT "$server" 2>/dev/null || true; wait "$server" || true; fi
  rm -rf "$folder"
}
trap stop EXIT
printf '%s' "$password" >"$folder/password"
# The machine's own defaults (locale, encoding, peer sign-in) must not change what the tests see.
if ! "$programs/initdb" --pgdata="$folder/data" --username=suara --pwfile="$folder/password" --auth=password \
  --encoding=UTF8 --locale=C --no-sync >"$folder/log" 2>&1; then
  cat "$folder/log" >&2
  exit 1
fi
"$programs/postgres" -D "$folder/data" -p "$port" -k "$folder" -h 127.0.0.1 "$@" >"$folder/log" 2>&1 </dev/null &
server=$!
for _ in $(seq 300); do
  if PGPASSWORD=$password "$programs/pg_isready" -q -h 127.0.0.1 -p "$port"; then break; fi
  if ! kill -0 "$server" 2>/dev/null; then cat "$folder/log" >&2; exit 1; fi
  sleep 0.1
done
echo ready
read -r _ || true
