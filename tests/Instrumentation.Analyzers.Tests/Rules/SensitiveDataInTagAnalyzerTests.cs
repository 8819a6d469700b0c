using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Corpus;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class SensitiveDataInTagAnalyzerTests
{
    private const string Types = """

        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        public sealed class User
        {
            [PrivateData] public string Email { get; set; } = "";
            [PrivateData] public string? Iban;
            [PrivateData] public bool IsIll { get; set; }
            public string Plan { get; set; } = "";
            [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Tier { get; set; } = "";
            public Secret? Secret { get; set; }
        }
        public sealed record Person([PrivateData] string Name, string Region);
        [PrivateData] public sealed class Secret { public string Text { get; set; } = ""; }
        public interface IRedactor { string Redact(string? text); }
        public abstract class Base
        {
            protected static readonly Counter<long> Hits = new Meter("m").CreateCounter<long>("hits");
            [PrivateData] protected string Own { get; set; } = "";
            [return: PrivateData] protected string Read() => "";
        }

        """;

    [Theory]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", [|user.Email|]));")]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", [|user.Iban|]));")]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", [|user.IsIll|]));")]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", [|$\"<{user.Email}>\"|]));")]
    [InlineData("void M(User user) { var text = user.Email.Trim(); var tags = new TagList { { \"a\", [|text|] } }; Hits.Add(1, tags); }")]
    [InlineData("void M(Person person) => Activity.Current?.SetTag(\"a\", [|person.Name|]);")]
    [InlineData("void M(User user) => Activity.Current?.AddTag(\"a\", [|user.Secret|]);")]
    [InlineData("void M() => Activity.Current?.SetTag(\"a\", [|Own|]);")]
    [InlineData("void M() => Activity.Current?.SetTag(\"a\", [|Read()|]);")]
    [InlineData("void M([PrivateData] string name) => Activity.Current?.SetTag(\"a\", [|name|]);")]
    [InlineData("void M(User user, ActivitySource source) => source.StartActivity(\"m\", ActivityKind.Internal, default(ActivityContext), [new(\"a\", [|user.Email|])]);")]
    [InlineData("void M(User user, HashSet<string> known) { if (known.Contains(user.Email)) { Activity.Current?.SetTag(\"a\", [|user.Email|]); } }")]
    [InlineData("[MetricCounter(\"a_total\")] public void M([[|Tag(MaxValues = 9)|], PrivateData] string name) { }")]
    [InlineData("[Instrumented] public void M([[|SpanTag|], PrivateData] string name) { }")]
    [InlineData("[Instrumented, SpanTag(\"a\", From = [|\"user.Email\"|])] public void M(User user) { }")]
    [InlineData("[Instrumented, SpanTag(\"a\", From = [|\"user?.Secret\"|])] public void M(User user) { }")]
    [InlineData("[Instrumented, SpanTag(\"a\", From = [|\"this.Own\"|])] public void M() { }")]
    [InlineData("[Instrumented, SpanTag(\"a\", From = [|\"person.Name.ToUpper()\"|])] public void M(Person person) { }")]
    public Task ClassifiedValue_IsReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", user.Plan));")]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", user.Tier));")]
    [InlineData("[Instrumented, SpanTag(\"a\", From = \"user.Tier\")] public void M(User user) { }")]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", user.Email.Length > 3 ? \"long\" : \"short\"));")]
    [InlineData("void M(User user) => Hits.Add(1, new KeyValuePair<string, object?>(\"a\", user.Email == \"\"));")]
    [InlineData("void M(User user, IRedactor redactor) => Activity.Current?.SetTag(\"a\", redactor.Redact(user.Email));")]
    [InlineData("void M(Person person) => Activity.Current?.SetTag(\"a\", person.Region);")]
    [InlineData("void M(User user) { var text = user.Email; text = \"none\"; Activity.Current?.SetTag(\"a\", text); }")]
    [InlineData("[Instrumented, SpanTag(\"a\", From = \"user.Plan\")] public void M(User user) { }")]
    [InlineData("[Instrumented] public void M([PrivateData] string name, [SpanTag] string plan) { }")]
    [InlineData("[MetricCounter(\"a_total\"), Tag(\"a\", Value = \"Email\")] public void M(User user) { }")]
    public Task OtherValue_IsSilent(string member) => VerifyAsync(member);

    [Fact]
    public async Task Message_SaysWhatAndWhere() => Assert.Equal(
        ["'Email' is classified as sensitive, and the tag 'mail' shows it to everybody who reads the telemetry; leave it out, or record something that tells less"],
        (await VerifyAsync("void M(User user) => Activity.Current?.SetTag(\"mail\", [|user.Email|]);")).Select(diagnostic => diagnostic.GetMessage()));

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string member) =>
        RuleHarness.VerifyAsync<SensitiveDataInTagAnalyzer>($"{Types}public sealed class Sample : Base {{ {member} }}", CorpusSources.Extensions.Replace("#nullable enable", "", StringComparison.Ordinal).Replace("using System;", "", StringComparison.Ordinal), None);

    // Of a member that somebody has looked at.
    private const string None = "namespace Microsoft.Extensions.Compliance.Classification { public sealed class NoDataClassificationAttribute() : DataClassificationAttribute(default); }";
}
