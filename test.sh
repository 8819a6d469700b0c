#!/usr/bin/env bash
# Builds everything, runs every test and ends with "N passed, N failed". Installs what the tests need.
#   ./test.sh          the whole suite
#   ./test.sh --long   the suite, and what takes longer
set -euo pipefail
cd "$(dirname "$0")"

long=0
[ "${1:-}" = "--long" ] && long=1

sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"

# The tests run the real servers that users run; a missing one is installed, and if that fails the test that needs it fails.
install() {
    command -v "$1" >/dev/null && return
    echo "Installing $2 ..."
    [ -n "${updated:-}" ] || $sudo apt-get update -qq
    updated=1
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}
install prometheus prometheus
install promtool prometheus
install chromium chromium
install node nodejs
install npm npm
install python3 python3

# Clients of the registry that others wrote; the lock file says which.
[ -d tests/SchemaRegistry.Clients/node_modules ] || npm ci --prefix tests/SchemaRegistry.Clients --ignore-scripts --no-audit --no-fund

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 INSTRUMENTATION_LONG_TESTS=$long
# Allocations are asserted exactly, so the tests run what users run: the optimised build.
dotnet build Generator.sln -c Release -v q --nologo

results=artifacts/test-results
rm -rf "$results"
status=0
dotnet test Generator.sln -c Release --no-build --nologo --logger "trx" --results-directory "$results" || status=$?

# Every program with every method instrumented behaves as it does by itself. Left out are tests that say exactly which telemetry there is, or what it
# costs: there is more of it.
everything=()
if [ "$long" -eq 1 ]; then
    everything=(Instrumentation.Integration.Tests Instrumentation.OpenTelemetry.Tests Instrumentation.Testing.Tests SchemaRegistry.Api.Tests)
    for project in "${everything[@]}"; do
        dotnet test "tests/$project" -c Release -v q --nologo -p:InstrumentEverything=true -p:ArtifactsPath="$PWD/artifacts/everything" \
            --filter "Telemetry!=Exact" --logger "trx;LogFileName=$project.everything.trx" --results-directory "$results" || status=$?
    done
fi

# Every project under every rule of ours, those that only inform too: what is left over is said in .editorconfig and EveryRule.globalconfig, with its reason.
if [ "$long" -eq 1 ]; then
    dotnet build Generator.sln -c Release -v q --nologo -p:EveryRule=true -p:ArtifactsPath="$PWD/artifacts/rules" || status=$?
fi

# Programs by others with everything instrumented pass the tests that they pass as they are.
if [ "$long" -eq 1 ]; then
    tests/foreign-suites.sh || status=$?
fi

# The runner prints a line per project; this is their sum.
count() { grep -ho "$1=\"[0-9]*\"" "$results"/*.trx | awk -F'"' '{ sum += $2 } END { print sum + 0 }'; }
passed=$(count passed) failed=$(count failed) skipped=$(count notExecuted)
# Projects that a test builds, as a user would, are not test projects.
projects=$(($(find tests -name '*.Tests.csproj' | wc -l) + ${#everything[@]}))
reports=$(find "$results" -name '*.trx' | wc -l)
if [ "$reports" -ne "$projects" ]; then
    echo "Only $reports of $projects test projects reported."
    status=1
fi

echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
