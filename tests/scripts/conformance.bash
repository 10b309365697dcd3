# Sourced by ./test: other people's official clients, unmodified, against the built server.
# Each folder of tests/Conformance is an npm package whose test script ends with the line "N passed, N failed".

install_client() {
  local folder=$1
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return 0
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error
}

run_client() {
  local title=$1 folder=$2 log=".test/results/$1.log" status=0 line
  set -m
  timeout -k 5 900 npm test --silent --prefix "$folder" >"$log" 2>&1 </dev/null 9>&- &
  set +m
  running+=("$!")
  wait "$!" || status=$?
  kill -KILL -- "-$!" 2>/dev/null || true
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1) || true
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
    local ok=${BASH_REMATCH[1]} bad=${BASH_REMATCH[2]}
  else
    local ok=0 bad=0
  fi
  ((status == 0 && ok > 0 || bad > 0)) || bad=1
  count "$ok" "$bad" 0
  printf '%-34s %s passed, %s failed\n' "$title" "$ok" "$bad"
  ((bad == 0)) || sed 's/^/    /' "$log"
}

run_conformance() {
  local package folder name
  for package in tests/Conformance/*/package.json; do
    folder=$(dirname "$package")
    name="conformance-$(basename "$folder")"
    is_chosen "$name" || continue
    check "$name-install" install_client "$folder" || continue
    run_client "$name-sqlite" "$folder"
    # A client that meets our storage, not only the emulator's, is run on both databases.
    if grep -q '"databases": "each"' "$package"; then
      JEONGSAN_DATABASE=$(create_database "${name//-/_}") JEONGSAN_SECOND_DATABASE=$(create_database "${name//-/_}_second") run_client "$name-postgresql" "$folder"
    fi
  done
  running=()
}
