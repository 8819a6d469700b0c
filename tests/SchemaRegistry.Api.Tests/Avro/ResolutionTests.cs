using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Avro;

public sealed class ResolutionTests
{
    [Theory]
    [InlineData("\"long\"", "\"int\"")]
    [InlineData("\"double\"", "\"float\"")]
    [InlineData("\"bytes\"", "\"string\"")]
    [InlineData("\"string\"", "\"bytes\"")]
    [InlineData("""["null","long"]""", "\"int\"")]
    [InlineData("\"double\"", """["int","float"]""")]
    [InlineData("\"int\"", "[]")]
    [InlineData("""{"type":"record","name":"a.R","fields":[]}""", """{"type":"record","name":"b.R","fields":[{"name":"x","type":"int"}]}""")]
    [InlineData("""{"type":"record","name":"R","aliases":["b.Q"],"fields":[]}""", """{"type":"record","name":"b.Q","fields":[]}""")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"x","type":"int","aliases":["y"]}]}""", """{"type":"record","name":"R","fields":[{"name":"y","type":"int"}]}""")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"x","type":"int","default":1}]}""", """{"type":"record","name":"R","fields":[]}""")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"],"default":"A"}""", """{"type":"enum","name":"E","symbols":["A","B"]}""")]
    public void Reader_ThatCanRead_IsCompatible(string reader, string writer) => Assert.Empty(AvroSchemas.Failures(reader, writer));

    [Theory]
    [InlineData("\"int\"", "\"long\"", "TYPE_MISMATCH / reader type: INT not compatible with writer type: LONG")]
    [InlineData("""{"type":"record","name":"R","fields":[]}""", """{"type":"record","name":"Q","fields":[]}""", "NAME_MISMATCH /name expected: Q")]
    [InlineData("""{"type":"fixed","name":"F","size":2}""", """{"type":"fixed","name":"F","size":1}""", "FIXED_SIZE_MISMATCH /size expected: 1, found: 2")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"]}""", """{"type":"enum","name":"E","symbols":["C","A","B"]}""", "MISSING_ENUM_SYMBOLS /symbols [B, C]")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"x","type":"int"}]}""", """{"type":"record","name":"R","fields":[]}""", "READER_FIELD_MISSING_DEFAULT_VALUE /fields/0 x")]
    [InlineData("""{"type":"array","items":{"type":"map","values":"int"}}""", """{"type":"array","items":{"type":"map","values":"string"}}""", "TYPE_MISMATCH /items/values reader type: INT not compatible with writer type: STRING")]
    [InlineData("""["null","int"]""", """["null","string"]""", "MISSING_UNION_BRANCH /1 reader union lacking writer type: STRING")]
    [InlineData("""["null","int"]""", "\"string\"", "MISSING_UNION_BRANCH / reader union lacking writer type: STRING")]
    [InlineData("\"int\"", """["int","null"]""", "TYPE_MISMATCH / reader type: INT not compatible with writer type: NULL")]
    public void Reader_ThatCannotRead_IsToldWhatAndWhere(string reader, string writer, string failure) => Assert.Equal(failure, Assert.Single(AvroSchemas.Failures(reader, writer)));

    [Fact]
    public void Union_OfMoreBranchesThanAreLookedAtOneByOne_IsFoundByName()
    {
        static string Union(int size) => $"[{string.Join(',', Enumerable.Range(0, size).Select(static i => $$"""{"type":"fixed","name":"F{{i}}","size":{{i}}}"""))}]";

        foreach (var size in (int[])[8, 9, 10])
        {
            Assert.Empty(AvroSchemas.Failures(Union(size), Union(size)));
            Assert.Equal($"MISSING_UNION_BRANCH /{size - 1} reader union lacking writer type: FIXED", Assert.Single(AvroSchemas.Failures(Union(size - 1), Union(size))));
            Assert.Contains("two branches", Assert.Throws<SchemaSyntaxException>(() => AvroSchemas.Parse(Union(size).Replace("]", ",\"int\",\"int\"]", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reader_FieldOfAnEnumWithADefault_NeedsADefaultOfItsOwn() => Assert.Equal(
        "READER_FIELD_MISSING_DEFAULT_VALUE /fields/0 e",
        Assert.Single(AvroSchemas.Failures(
            """{"type":"record","name":"R","fields":[{"name":"e","type":{"type":"enum","name":"E","symbols":["A"],"default":"A"}}]}""",
            """{"type":"record","name":"R","fields":[]}""")));

    [Fact]
    public void Cycle_ThatIsBrokenBehindAUnion_IsNotTakenForCompatible()
    {
        // The pair of A is first assumed to fit inside the pair of B; it does not, so neither does B.
        static string Schema(string type) =>
            $$"""{"type":"record","name":"Root","fields":[{"name":"u","type":["null",{"type":"record","name":"A","fields":[{"name":"b","type":["null",{"type":"record","name":"B","fields":[{"name":"a","type":"A"}]}]},{"name":"x","type":"{{type}}"}]}]},{"name":"b","type":"B"}]}""";

        var failures = AvroSchemas.Failures(Schema("int"), Schema("string")).ToList();

        Assert.Contains("MISSING_UNION_BRANCH /fields/0/type/1 reader union lacking writer type: RECORD", failures);
        Assert.Contains(failures, static failure => failure.Contains("/fields/1/type", StringComparison.Ordinal));
    }

    [Fact]
    public void Reason_NamesTheSchemaThatReads()
    {
        var found = Assert.Single(AvroSchemas.Parse("\"int\"").FindIncompatibilities(AvroSchemas.Parse("\"string\""), CompatibilityPolicy.Strict));

        Assert.Equal("The type (path '/') of a field in the new schema does not match with the old schema", found.ReasonFor(readerIsNew: true));
        Assert.Equal("The type (path '/') of a field in the old schema does not match with the new schema", found.ReasonFor(readerIsNew: false));
    }

    [Fact]
    public void Types_UsedInManyWays_AreComparedOnce()
    {
        // Each record has two fields of the next one: 2^60 ways to the last.
        static string Schema(string last) => Enumerable.Range(0, 60).Aggregate(
            $$"""{"type":"record","name":"R0","fields":[{"name":"x","type":"{{last}}"}]}""",
            static (inner, i) => $$"""{"type":"record","name":"R{{i + 1}}","fields":[{"name":"a","type":{{inner}}},{"name":"b","type":"R{{i}}"}]}""");

        Assert.Empty(AvroSchemas.Failures(Schema("long"), Schema("int")));
        Assert.InRange(AvroSchemas.Failures(Schema("int"), Schema("long")).Count(), 1, 1_000);
    }

    [Fact]
    public void Union_OfManyBranches_IsComparedBranchByBranch()
    {
        static string Schema(string type) => $"[{string.Join(',', Enumerable.Range(0, 400).Select(i =>
            $$"""{"type":"record","name":"R{{i}}","fields":[{"name":"x","type":"{{type}}"},{"name":"y","type":"{{(i == 0 ? "int" : "R0")}}"}]}"""))}]";

        Assert.Empty(AvroSchemas.Failures(Schema("long"), Schema("int")));
        Assert.Equal(400, AvroSchemas.Failures(Schema("int"), Schema("long")).Count());
    }

    [Fact]
    public void Unions_OfManyWithMany_AreRefusedBeforeTheyTakeLong()
    {
        static string Schema(string prefix) => $"[{string.Join(',', Enumerable.Range(0, 3_000).Select(i => $$"""{"type":"fixed","name":"{{prefix}}{{i}}","size":1}"""))}]";

        Assert.Throws<WorkLimitException>(() => AvroSchemas.Failures(Schema("A"), Schema("B")).Any());
    }
}
