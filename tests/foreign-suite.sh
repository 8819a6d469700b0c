#!/usr/bin/env bash
# A large program by others with its own tests: the C# runtime of Protocol Buffers, as Debian has its source. Its tests are run as they are, then with
# every method of the library and of the tests instrumented through our package; both must pass, and equally many.
# Ends with "N passed as written, N passed instrumented".
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The system's package sources with their source packages, beside its own lists.
mkdir -p "$work"/apt/{lists/partial,parts,cache/archives/partial}
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -s "$list" ] && sed -E 's/^Types: deb$/Types: deb-src/; s/^deb /deb-src /' "$list" > "$work/apt/parts/$(basename "$list" | sed 's/^sources.list$/own.list/')"
done
printf 'Dir::Etc::SourceList "/dev/null";\nDir::Etc::SourceParts "%s/parts";\nDir::State::Lists "%s/lists";\nDir::Cache "%s/cache";\n' "$work/apt" "$work/apt" "$work/apt" > "$work/apt/apt.conf"
apt-get -c "$work/apt/apt.conf" -qq update
(cd "$work" && apt-get -c "$work/apt/apt.conf" -qq source --download-only protobuf 2>/dev/null)
tar -xf "$work"/protobuf_*.orig.tar.* -C "$work"
cd "$work"/protobuf-*/csharp/src
rm -f ../../global.json ../NuGet.Config

# For one framework that is here, without what that one does not need; `scoped` says what older compilers guessed.
for project in Google.Protobuf Google.Protobuf.Test Google.Protobuf.Test.TestProtos; do
    sed -Ei 's#<TargetFrameworks>.*#<TargetFramework>net10.0</TargetFramework>#; s#<LangVersion>.*#<LangVersion>latest</LangVersion>#; /ReferenceAssemblies|SourceLink/d; s/net50/net10.0/g' "$project/$project.csproj"
done
sed -Ei 's/(NUnit" Version=")[^"]*/\13.14.0/; s/(NUnit3TestAdapter" Version=")[^"]*/\14.6.0/; s/(Test.Sdk" Version=")[^"]*/\117.12.0/' Google.Protobuf.Test/Google.Protobuf.Test.csproj
sed -i 's/, ref ParserInternalState state, out ParseContext/, scoped ref ParserInternalState state, out ParseContext/' Google.Protobuf/ParseContext.cs

dotnet pack "$root/src/Instrumentation.Runtime" -c Release -o "$work/packages" -v q --nologo
echo '[assembly: Instrumentation.Instrumented(Access = Instrumentation.InstrumentedAccess.Private)]' > "$work/Everything.cs"
cat > Directory.Build.props <<PROPS
<Project>
  <PropertyGroup>
    <UseArtifactsOutput>true</UseArtifactsOutput>
    <ArtifactsPath>$work/\$(Everything)</ArtifactsPath>
    <NuGetAudit>false</NuGetAudit>
    <RestoreAdditionalProjectSources>$work/packages</RestoreAdditionalProjectSources>
    <!-- A package of the same version from another build must not be taken for this one. -->
    <RestorePackagesPath Condition="'\$(Everything)' == 'instrumented'">$work/restored</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup Condition="'\$(Everything)' == 'instrumented'">
    <PackageReference Include="Instrumentation" Version="*-*" />
    <Compile Include="$work/Everything.cs" />
  </ItemGroup>
</Project>
PROPS

run() {
    dotnet test Google.Protobuf.Test -c Release -v q --nologo -p:Everything="$1" > "$work/$1.log" 2>&1 || { grep -vE ": warning " "$work/$1.log" | tail -30 >&2; return 1; }
    grep -oE "Passed: +[0-9]+" "$work/$1.log" | grep -oE "[0-9]+"
}
plain=$(run written)
woven=$(run instrumented)
grep -q "ByteStringInstrumentation" "$work/instrumented/bin/Google.Protobuf/release/Google.Protobuf.dll" || { echo "Nothing was instrumented."; exit 1; }
# What is generated must satisfy the trimmer as the library does.
! grep -E "Instrumentation\.g\.cs.* warning (IL|CS)" "$work/instrumented.log" || exit 1
echo "$plain passed as written, $woven passed instrumented"
[ "$plain" -gt 0 ] && [ "$plain" -eq "$woven" ]
