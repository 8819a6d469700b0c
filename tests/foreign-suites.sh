#!/usr/bin/env bash
# Large programs by others with their own tests: the C# runtime of Protocol Buffers and Newtonsoft.Json, as Debian has their sources. Their tests are run
# as they are, then with every method of the library and of the tests instrumented through our package: the same tests must pass.
#   tests/foreign-suites.sh             both
#   tests/foreign-suites.sh protobuf    one
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The system's package lists, with source packages, beside its own.
mkdir -p "$work"/apt/{lists/partial,parts,cache/archives/partial}
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -s "$list" ] && sed -E 's/^Types: deb$/Types: deb-src/; s/^deb /deb-src /' "$list" > "$work/apt/parts/$(basename "$list" | sed 's/^sources.list$/own.list/')"
done
printf 'Dir::Etc::SourceList "/dev/null";\nDir::Etc::SourceParts "%s/parts";\nDir::State::Lists "%s/lists";\nDir::Cache "%s/cache";\nAPT::Sandbox::User "root";\n' "$work/apt" "$work/apt" "$work/apt" > "$work/apt/apt.conf"
apt-get -c "$work/apt/apt.conf" -qq update

source_of() {
    # Debian's own changes are not needed, and not every mirror has them.
    (cd "$work" && apt-get -c "$work/apt/apt.conf" -qq source --download-only "$1" 2> "$work/apt/download.log") || [ -e "$work/$1"_*.orig.tar.* ] || { cat "$work/apt/download.log"; exit 1; }
    tar -xf "$work/$1"_*.orig.tar.* -C "$work"
}

# Each leaves us in the folder above its projects, made for the framework that is here, and names the project of its tests.
protobuf() {
    source_of protobuf
    cd "$work"/protobuf-*/csharp/src
    rm -f ../../global.json ../NuGet.Config
    for project in Google.Protobuf Google.Protobuf.Test Google.Protobuf.Test.TestProtos; do
        sed -Ei 's#<TargetFrameworks>.*#<TargetFramework>net10.0</TargetFramework>#; s#<LangVersion>.*#<LangVersion>latest</LangVersion>#; /ReferenceAssemblies|SourceLink/d; s/net50/net10.0/g' "$project/$project.csproj"
    done
    sed -Ei 's/(NUnit" Version=")[^"]*/\13.14.0/; s/(NUnit3TestAdapter" Version=")[^"]*/\14.6.0/; s/(Test.Sdk" Version=")[^"]*/\117.12.0/' Google.Protobuf.Test/Google.Protobuf.Test.csproj

    # What older compilers guessed.
    sed -i 's/, ref ParserInternalState state, out ParseContext/, scoped ref ParserInternalState state, out ParseContext/' Google.Protobuf/ParseContext.cs
    tests=Google.Protobuf.Test library=Google.Protobuf settings=""
}

newtonsoft-json() {
    source_of newtonsoft-json
    cd "$work"/newtonsoft-json-*/Src
    rm -f NuGet.Config Newtonsoft.Json/*.csproj Newtonsoft.Json.Tests/*.csproj

    # Permissions of the old framework; tests that know one test framework only.
    sed -Ei '/new (Reflection|Security)Permission\(.*Demand/d' Newtonsoft.Json/Serialization/JsonTypeReflector.cs
    rm Newtonsoft.Json.Tests/{Linq/AnnotationsTests,Schema/PerformanceTests,Serialization/ImmutableCollectionsTests}.cs

    # Not by its own name, which the test platform's has.
    echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><AssemblyName>Old.Json</AssemblyName></PropertyGroup></Project>' > Newtonsoft.Json/Newtonsoft.Json.csproj
    cat > Newtonsoft.Json.Tests/Newtonsoft.Json.Tests.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <ProjectReference Include="../Newtonsoft.Json/Newtonsoft.Json.csproj" />
    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.12.0" />
    <PackageReference Include="Newtonsoft.Json" Version="13.0.3" ExcludeAssets="compile" />
    <PackageReference Include="xunit" Version="2.9.3" />
    <PackageReference Include="xunit.runner.visualstudio" Version="3.0.0" />
    <Compile Remove="LinqToSql/**;Documentation/**;FileSystemEntityModel.Designer.cs" />
  </ItemGroup>
</Project>
PROJECT
    tests=Newtonsoft.Json.Tests library=Old.Json
    settings='<TargetFramework>net10.0</TargetFramework><LangVersion>latest</LangVersion><GenerateAssemblyInfo>false</GenerateAssemblyInfo><NoWarn>$(NoWarn);xUnit1024</NoWarn><DefineConstants>$(DefineConstants);ASPNETCORE50</DefineConstants>'
}

dotnet pack "$root/src/Instrumentation.Runtime" -c Release -o "$work/packages" -v q --nologo
echo '[assembly: Instrumentation.Instrumented(Access = Instrumentation.InstrumentedAccess.Private)]' > "$work/Everything.cs"

run() {
    # Some tests of a program of another time fail here as they are.
    dotnet test "$tests" -c Release --nologo -p:Everything="$1" --logger "console;verbosity=normal" > "$out/$1.log" 2>&1 || true
    { grep -E "^ +Failed " "$out/$1.log" || true; } | awk '{ print $2 }' | sort > "$out/$1.failed"
    passed=$(grep -oE "^ +Passed: +[0-9]+" "$out/$1.log" | grep -oE "[0-9]+" || true)
    [ -n "$passed" ] || { grep -vE ": warning " "$out/$1.log" | tail -30; echo "$program, $1: no test ran."; exit 1; }
}

[ $# -gt 0 ] || set -- protobuf newtonsoft-json
for program in "$@"; do
    $program
    out=$work/$program
    mkdir -p "$out"
    cat > Directory.Build.props <<PROPS
<Project>
  <PropertyGroup>
    <UseArtifactsOutput>true</UseArtifactsOutput>
    <ArtifactsPath>$out/\$(Everything)</ArtifactsPath>
    <NuGetAudit>false</NuGetAudit>
    <RestoreAdditionalProjectSources>$work/packages</RestoreAdditionalProjectSources>
    <!-- A package of the same version from another build must not be taken for this one. -->
    <RestorePackagesPath Condition="'\$(Everything)' == 'instrumented'">$work/restored</RestorePackagesPath>
    $settings
  </PropertyGroup>
  <ItemGroup Condition="'\$(Everything)' == 'instrumented'">
    <PackageReference Include="Instrumentation" Version="*-*" />
    <Compile Include="$work/Everything.cs" />
  </ItemGroup>
</Project>
PROPS
    run written
    as_written=$passed
    run instrumented
    echo "$program: $as_written passed and $(wc -l < "$out/written.failed") failed as written, $passed and $(wc -l < "$out/instrumented.failed") instrumented"
    grep -rq "JsonConvertInstrumentation\|ByteStringInstrumentation" "$out"/instrumented/bin --include="$library.dll" || { echo "$program: nothing was instrumented."; exit 1; }

    # What is generated gives no warning, and satisfies the trimmer as the library does.
    if grep -E "\.g\.cs.* warning " "$out/instrumented.log"; then exit 1; fi
    diff "$out/written.failed" "$out/instrumented.failed" && [ "$as_written" -eq "$passed" ]
    cd "$root"
done
