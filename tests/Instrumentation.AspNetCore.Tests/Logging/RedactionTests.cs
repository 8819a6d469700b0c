using System.Text.Json;
using Instrumentation.AspNetCore.Logging;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.Weaving;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.AspNetCore.Tests.Logging;

public sealed class RedactionTests
{
    [Fact]
    public void Value_OfAClassWithClassifiedMembers_ShowsTheOthers()
    {
        var line = Write("User is {User}", new User("ann", "ann@example.org") { Secret = "s3cret" });

        Assert.Equal("User { Name = ann, Email = ***, Secret = ***, Open = yes }", line.GetProperty("fields").GetProperty("User").GetString());
        Assert.Equal("User is User { Name = ann, Email = ***, Secret = ***, Open = yes }", line.GetProperty("message").GetString());
        Assert.DoesNotContain("s3cret", line.GetRawText());
        Assert.DoesNotContain("example.org", line.GetRawText());
    }

    [Fact]
    public void Value_OfAClassifiedType_IsHiddenWhole()
    {
        var line = Write("Number {User} paid", new CardNumber("4111"));

        Assert.Equal("***", line.GetProperty("fields").GetProperty("User").GetString());
        Assert.Equal("Number *** paid", line.GetProperty("message").GetString());
    }

    [Fact]
    public void Value_ThatHoldsAClassifiedOne_HidesIt()
    {
        var line = Write("{User}", new Order(7, new User("ann", "ann@example.org")));

        Assert.Equal("Order { Id = 7, Buyer = User { Name = ann, Email = ***, Secret = ***, Open = yes } }", line.GetProperty("message").GetString());
        Assert.DoesNotContain("example.org", Write("{User}", (1, new User("ann", "ann@example.org"))).GetRawText());
        Assert.DoesNotContain("example.org", Write("{User}", new { U = new User("ann", "ann@example.org") }).GetRawText());
    }

    [Fact]
    public void Value_WithoutClassification_IsShown() => Assert.Equal("it is Public { Name = ann }", Write("it is {User}", new Public("ann")).GetProperty("message").GetString());

    [Fact]
    public void Parameter_ClassifiedForTheMessage_IsHidden()
    {
        ClassifiedLogFields.Add("{User} logged in as {{user}} from {Other,5}", "user");

        var line = Write("{User} logged in as {{user}} from {Other,5}", "ann@example.org");

        Assert.Equal("*** logged in as {user} from {Other,5}", line.GetProperty("message").GetString());
        Assert.Equal("***", line.GetProperty("fields").GetProperty("User").GetString());
    }

    private static JsonElement Write(string template, object value)
    {
        using var output = new StringWriter();
        KeyValuePair<string, object?>[] state = [new("User", value), new("{OriginalFormat}", template)];
        var entry = new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Information, "Cat", default, state, exception: null, (_, _) => template.Replace("{User}", value.ToString(), StringComparison.Ordinal));
        new JsonLineFormatter(new FixedOptions(), new FixedClock()).Write(entry, scopeProvider: null, output);
        return JsonElement.Parse(output.ToString());
    }

    private sealed record User(string Name, [Private] string Email)
    {
        [Private]
        public string? Secret { get; init; }

        public string Open => "yes";
    }

    private sealed record Order(int Id, User Buyer);

    private sealed record Public([property: NoDataClassification] string Name);

    [Private]
    private sealed record CardNumber(string Digits);
}
