namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A request that is measured with many versions and with few.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Its path, by the number of the round and how many subjects there are.</param>
/// <param name="Body">What it sends, where it is a search.</param>
internal sealed record ScaleRequest(string Name, Func<int, int, string> Path, string? Body = null)
{
    private const int PageLength = 100;

    /// <summary>Whether it is a list; what is not may take no longer than with few versions.</summary>
    public bool IsList { get; init; } = true;

    public static IReadOnlyList<ScaleRequest> All { get; } =
    [
        new("a schema by its id, another one each time", static (round, subjects) => $"/schemas/ids/{1 + Some(round, subjects * ScaleData.VersionsOfEach)}") { IsList = false },
        new("the latest version, of another subject each time", static (round, subjects) => $"/subjects/{ScaleData.Subject(Some(round, subjects))}/versions/latest") { IsList = false },
        new("the latest version, of the same subject", static (_, _) => $"/subjects/{ScaleData.Subject(3)}/versions/latest") { IsList = false },
        Get("/subjects?limit=100"),
        LastOf("/subjects?limit=100", versionsOfEach: 1),
        Get("/subjects?limit=100&subjectPrefix=team-42."),
        Get("/subjects?limit=100&deletedOnly=true"),
        new("`/subjects/{subject}/versions`", static (round, subjects) => $"/subjects/{ScaleData.Subject(Some(round, subjects))}/versions"),
        Get("/schemas?limit=100"),
        LastOf("/schemas?limit=100", ScaleData.VersionsOfEach),
        LastOf("/schemas?limit=100&latestOnly=true", versionsOfEach: 1),
        LastOf("/schemas?limit=100&deleted=true", ScaleData.VersionsOfEach),
        Get("/api/v1/subjects?limit=100"),
        Get("/api/v1/schemas?limit=100"),
        LastOf("/api/v1/schemas?limit=100", ScaleData.VersionsOfEach),
        Get("/api/v1/schemas?limit=100&subject_prefix=team-42."),
        LastOf("/api/v1/schemas?limit=100&schema_type=AVRO", ScaleData.VersionsOfEach),
        Get("/api/v1/schemas?limit=100&state=DEPRECATED"),
        Search("a word that all have", """{"query":"string","limit":100}"""),
        Search("a word that one subject has", """{"query":"topic 000003","limit":100}"""),
        Search("words of which one is begun", """{"query":"uuid 00000","limit":100}"""),
        Search("a tag and a word", """{"query":"timestamp","tags":["pii"],"limit":100}"""),
        Search("a property", """{"metadata_filters":{"owner":"team-3"},"limit":100}"""),
        Search("a pattern", """{"subject_pattern":"*-00000?-*","limit":100}"""),
        Search("a pattern and a word that all have", """{"query":"string","subject_pattern":"team-1?.*","limit":100}"""),
    ];

    // A prime step: neighbours in time are no neighbours in the file.
    private static int Some(int round, int count) => (int)((long)round * 7919 % count);

    private static ScaleRequest Get(string path) => new($"`{path}`", (_, _) => path);

    private static ScaleRequest LastOf(string path, int versionsOfEach) =>
        new($"`{path}`, the last page", (_, subjects) => FormattableString.Invariant($"{path}&offset={(subjects * versionsOfEach) - PageLength}"));

    private static ScaleRequest Search(string what, string body) => new($"`/api/v1/search` for {what}", static (_, _) => "/api/v1/search", body);
}
