# Sourced by ./test: runs the xUnit executables. Two at a time; those that drive a browser or kill servers one by one.

# The projects that are xUnit executables, by name: "Jeongsan.Etax.Tests".
test_projects() {
  local project
  for project in tests/*/*.csproj; do
    grep -q 'Include="xunit.v3"' "$project" && basename "$project" .csproj
  done
}

runs_alone() { grep -qs '<TestsRunAlone>true' tests/*/"$1.csproj"; }

# Starts one executable in a process group of its own, so that whatever it leaves running can be ended with it.
start_executable() {
  local name=$1 arguments=(-noLogo -noColor -reporter quiet -result-xml "$root/.test/results/$1.xml")
  # Tests that take long carry [Trait("Duration", "Long")].
  ! $quick || arguments+=(-trait- Duration=Long)
  set -m
  timeout -k 5 1800 "tests/$name/bin/Release/net10.0/$name" "${arguments[@]}" >".test/results/$name.log" 2>&1 </dev/null 9>&- &
  set +m
  running+=("$!")
}

attribute() { grep -oE -m1 "<assembly [^>]*" "$1" | grep -oE " $2=\"[0-9]+\"" | grep -oE '[0-9]+'; }

# Adds up what the executable reported; one that reported nothing, or failed beside its tests, is one failure.
collect() {
  local name=$1 status=$2 xml=".test/results/$1.xml" ok=0 bad=0 left=0
  if [[ -s $xml ]]; then
    ok=$(attribute "$xml" passed) bad=$(attribute "$xml" failed) left=$(attribute "$xml" skipped)
    bad=$((bad + $(attribute "$xml" errors)))
  fi
  ((status == 0 || bad > 0)) || bad=1
  count "$ok" "$bad" "$left"
  printf '%-34s %s passed, %s failed%s\n' "$name" "$ok" "$bad" "$( ((left == 0)) || echo ", $left skipped")"
  ((bad == 0)) || sed 's/^/    /' ".test/results/$name.log"
}

# Runs the given executables, at most $1 at once, and reports each as it ends.
run_at_once() {
  local limit=$1 name pid status
  shift
  local -A name_of=()
  while (($# > 0 || ${#name_of[@]} > 0)); do
    while (($# > 0 && ${#name_of[@]} < limit)); do
      start_executable "$1"
      name_of[${running[-1]}]=$1
      shift
    done
    status=0
    wait -n -p pid "${!name_of[@]}" || status=$?
    kill -KILL -- "-$pid" 2>/dev/null || true
    collect "${name_of[$pid]}" "$status"
    unset "name_of[$pid]"
  done
}

run_executables() {
  local name together=() alone=()
  while read -r name; do
    is_chosen "$name" || continue
    if ! runs_alone "$name"; then
      together+=("$name")
    elif ! $quick; then
      alone+=("$name")
    fi
  done < <(test_projects)
  run_at_once 2 "${together[@]}"
  run_at_once 1 "${alone[@]}"
  running=()
}
