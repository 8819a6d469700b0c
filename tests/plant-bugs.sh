#!/usr/bin/env bash
# Plants ten bugs in the generator, one after another, in a copy of the tree, and says which test finds each:
# the random programs, or else the generator's own tests. Ends with an error if one is not found.
#   tests/plant-bugs.sh            all ten
#   tests/plant-bugs.sh 2 5        those
set -euo pipefail
cd "$(dirname "$0")/.."

generator=src/Instrumentation.Generator
names=(
    "a void call is not completed"
    "two outcomes are taken for each other"
    "an extension method's interceptor has no 'this'"
    "base calls are replaced"
    "keywords are not escaped"
    "an overload gets another's wrapper"
    "a call that throws is not ended"
    "a pending call leaves its span with the caller"
    "an iterator's call ends when it returns"
    "a dynamic result is an interface's type argument"
)
files=(
    Emission/WrapperEmitter.cs Emission/RecordEmitter.cs Emission/SignatureText.cs Shared/CallRules.cs Parsing/SymbolText.cs
    Shared/Coverage/Wrappers.cs Emission/WrapperEmitter.cs "../Instrumentation.Runtime/Weaving/PendingCall{TCall,TResult}.cs" Parsing/SignatureParser.cs Parsing/SymbolText.cs
)
edits=(
    's/RecordEmitter.WriteReturned(writer, method);/if (method.Signature.ReturnKind != ReturnKind.Void) { RecordEmitter.WriteReturned(writer, method); }/'
    's/"Success", "Failure", "Cancelled", "Timeout"/"Success", "Cancelled", "Failure", "Timeout"/'
    's/.Contract}this {/.Contract}{/'
    's/if (CallSyntax.Receiver(call) is BaseExpressionSyntax)/if (CallSyntax.Receiver(call) is BaseExpressionSyntax \&\& call.ArgumentList is null)/'
    's/SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None.*/name;/'
    's/SymbolEqualityComparer.Default.Equals(member.Method, method))/member.Method.Name == method.Name)/'
    's/writer.Line(\$"{call}.Record(ref {scope}.*//'
    's/scope.Detach();//'
    's/SequenceRules.IsSequence(type) \&\& SequenceRules.IsIterator(method)/SequenceRules.IsSequence(type) \&\& type is null/'
    's/"dynamic" ? "object"/"dynamic" ? "dynamic"/'
)

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$copy"
cd "$copy"

# The seed is fixed, so that a bug that is found once is found again.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 INSTRUMENTATION_SEED=${INSTRUMENTATION_SEED:-7447563924048515864}
build() { dotnet build "tests/$1" -v q --nologo >"$copy/build.log" 2>&1; }
run() { build "$1" && dotnet test "tests/$1" --no-build --nologo --filter "$2" >"$copy/test.log" 2>&1; }

run Instrumentation.Shapes.Tests PropertyTests || { tail -n 40 "$copy/build.log" "$copy/test.log"; echo "The tests fail without a bug."; exit 1; }

missed=0
for number in ${@:-1 2 3 4 5 6 7 8 9 10}; do
    i=$((number - 1)) file="$generator/${files[number - 1]}"
    cp "$file" "$copy/original"
    sed -i "${edits[i]}" "$file"
    if cmp -s "$file" "$copy/original"; then
        echo "$number. ${names[i]}: NOT PLANTED, the code has changed"
        missed=1
    elif ! build Instrumentation.Shapes.Tests; then
        grep -m 3 "error" "$copy/build.log"
        echo "$number. ${names[i]}: NOT PLANTED, it does not compile"
        missed=1
    elif ! run Instrumentation.Shapes.Tests PropertyTests; then
        echo "$number. ${names[i]}: found by the random programs"
    elif ! run Instrumentation.Generator.Tests "FullyQualifiedName~Generator"; then
        echo "$number. ${names[i]}: found by the generator's tests"
    else
        echo "$number. ${names[i]}: NOT FOUND"
        missed=1
    fi

    cp "$copy/original" "$file"
done
exit $missed
