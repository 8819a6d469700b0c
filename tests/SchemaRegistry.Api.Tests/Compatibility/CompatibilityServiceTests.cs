using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Caching;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Tests.Compatibility;

public sealed class CompatibilityServiceTests
{
    private static readonly SchemaReader s_reader = new(new NoReferences(), [new AvroFormat(), new JsonSchemaFormat()], new RegistryCache(Options.Create(new RegistryOptions())));

    private readonly CompatibilityService _service = new(s_reader);

    [Theory]
    [InlineData("NONE", "\"string\"", "")]
    [InlineData("BACKWARD", "\"long\"", "")]
    [InlineData("BACKWARD", "\"string\"", "2")]
    [InlineData("BACKWARD_TRANSITIVE", "\"float\"", "")]
    [InlineData("BACKWARD_TRANSITIVE", "\"string\"", "2 1")]
    [InlineData("FORWARD", "\"int\"", "")]
    [InlineData("FORWARD", "\"float\"", "2")]
    [InlineData("FORWARD_TRANSITIVE", "\"long\"", "1")]
    [InlineData("FORWARD_TRANSITIVE", "\"int\"", "")]
    [InlineData("FULL", "\"long\"", "")]
    [InlineData("FULL", "\"int\"", "2")]
    [InlineData("FULL_TRANSITIVE", "\"long\"", "1")]
    public async Task Check_Level_DecidesWhoMustReadWhom(string level, string schema, string brokenVersions)
    {
        SchemaVersion[] versions = [Version(1, "\"int\""), Version(2, "\"long\"")];

        var report = await _service.CheckAsync(await CandidateAsync(schema), versions, CompatibilityLevels.Parse(level), CompatibilityPolicy.Strict, CancellationToken.None);

        Assert.Equal(brokenVersions, string.Join(' ', report.Violations.Select(static violation => violation.Version.Version)));
        Assert.Equal(brokenVersions.Length == 0, report.IsCompatible);
    }

    [Fact]
    public async Task Check_Violations_AreToldInTheFormOfTheConfluentServer()
    {
        const string Old = """{"type":"record","name":"R","fields":[]}""";
        const string New = """{"type":"record","name":"R","fields":[{"name":"b","type":"int"}]}""";

        var report = await _service.CheckAsync(
            await CandidateAsync(New), [Version(7, Old)], CompatibilityLevel.Backward, CompatibilityPolicy.Strict, CancellationToken.None);

        Assert.Equal(
            [
                "{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'b' at path '/fields/0' in the new schema has no default value and is missing in the old schema', additionalInfo:'b'}",
                "{oldSchemaVersion: 7}",
                $"{{oldSchema: '{Old}'}}",
                "{validateFields: 'false', compatibility: 'BACKWARD'}",
            ],
            report.ToMessages());
    }

    [Fact]
    public async Task Check_AnotherFormat_IsIncompatible()
    {
        var report = await _service.CheckAsync(
            await CandidateAsync("{}", SchemaFormat.Json), [Version(1, "\"int\"")], CompatibilityLevel.Full, CompatibilityPolicy.Lenient, CancellationToken.None);

        Assert.Equal("Incompatible because of different schema type: JSON after AVRO", Assert.Single(report.Violations).Reason);
    }

    [Fact]
    public async Task Check_LenientPolicy_ReachesTheEngine()
    {
        var candidate = await CandidateAsync("""{"properties":{"a":{"type":"string"}}}""", SchemaFormat.Json);
        var versions = new[] { Version(1, """{"properties":{}}""", SchemaFormat.Json) };

        Assert.False((await _service.CheckAsync(candidate, versions, CompatibilityLevel.Backward, CompatibilityPolicy.Strict, CancellationToken.None)).IsCompatible);
        Assert.True((await _service.CheckAsync(candidate, versions, CompatibilityLevel.Backward, CompatibilityPolicy.Lenient, CancellationToken.None)).IsCompatible);
    }

    private static Task<CandidateSchema> CandidateAsync(string text, SchemaFormat format = SchemaFormat.Avro) =>
        s_reader.ReadAsync(new NewSchema("s", format, text, [], Metadata: null, RuleSet: null), normalize: false, CancellationToken.None);

    private static SchemaVersion Version(int number, string text, SchemaFormat format = SchemaFormat.Avro) =>
        new("s", number, text, new StoredSchema(number, Guid.Empty, format, text, [], Metadata: null, RuleSet: null), DateTimeOffset.UnixEpoch, IsDeleted: false);

    private sealed class NoReferences : IReferenceResolver
    {
        public ValueTask<IReadOnlyList<NamedSchema>> ResolveAsync(SchemaFormat format, IReadOnlyList<SchemaReference> references, CancellationToken cancellation) =>
            ValueTask.FromResult<IReadOnlyList<NamedSchema>>([]);
    }
}
