using Instrumentation.Package.Tests.Infrastructure;

namespace Instrumentation.Package.Tests;

/// <summary>Users' projects, with warnings as errors, that know the library from its packages only.</summary>
[Collection(PackedConsumersCollection.Name)]
public sealed class ConsumerTests(PackedConsumers consumers)
{
    private const string Interceptors = "Instrumentation.Interceptors";

    [Fact]
    public async Task ConsoleApp_CallsAnnotatedMethods_ShowsTheirSeries()
    {
        var series = await SeriesAsync("ConsoleApp");

        Assert.Contains("orders_placed_total{channel=\"web\"} 1", series);
        Assert.Contains("orders_placed_total{channel=\"phone_call\"} 1", series);
        Assert.Contains("call_duration_seconds_count{assembly=\"ConsoleApp\",method=\"PlaceAsync\",outcome=\"success\",type=\"Orders\"} 2", series);
        Assert.Contains("call_duration_seconds_count{assembly=\"ConsoleApp\",method=\"PlaceAsync\",outcome=\"failure\",type=\"Orders\"} 1", series);
    }

    [Fact]
    public async Task WebApp_WithTheAspNetCorePackageOnly_IsScraped()
    {
        await using var app = await consumers.StartAsync("WebApp");

        Assert.Equal("Merhaba", await app.Http.GetStringAsync("greet/Turkish"));
        Assert.Equal("Hello", await app.Http.GetStringAsync("greet/English"));
        Assert.Equal("Hello", await app.Http.GetStringAsync("greet/English"));
        var series = (await app.Http.GetStringAsync("metrics")).Split('\n');

        Assert.Contains("greetings_total{language=\"turkish\"} 1", series);
        Assert.Contains("greetings_total{language=\"english\"} 2", series);
        Assert.Contains("call_duration_seconds_count{assembly=\"WebApp\",method=\"Greet\",outcome=\"success\",type=\"Greeter\"} 3", series);
    }

    [Fact]
    public async Task Library_ServiceRegisteredByTheApp_IsDecorated() =>
        Assert.Contains("inventory_seconds_count{outcome=\"success\",site=\"north\"} 2", await SeriesAsync("LibraryApp"));

    [Fact]
    public async Task Library_CallsWithinIt_AreMeasured() => Assert.Contains("stock_checks_total 2", await SeriesAsync("LibraryApp"));

    [Fact]
    public async Task LibraryApp_WithoutAReferenceOfItsOwn_IsMeasuredToo() => Assert.Contains("shifts_begun_total 1", await SeriesAsync("LibraryApp"));

    [Theory]
    [InlineData("HostileInstrumentation")]
    [InlineData("HostileMetrics")]
    [InlineData("HostileSystem")]
    public async Task HostileRootNamespace_WithoutImplicitUsings_CompilesAndShowsSeries(string consumer)
    {
        var series = await SeriesAsync(consumer);

        // Once through the decorator and once through a replaced call.
        Assert.Contains("orders_placed_total{channel=\"web\"} 2", series);
        Assert.Contains($"call_duration_seconds_count{{assembly=\"{consumer}\",method=\"PlaceAsync\",outcome=\"success\",type=\"Orders\"}} 2", series);
    }

    [Fact]
    public async Task OwnNamespaces_SetAfterOurProps_StayBesideOurs()
    {
        Assert.Contains("orders_placed_total{channel=\"web\"} 1", await SeriesAsync("OwnNamespaces"));
        Assert.All(await NamespacesAsync("OwnNamespaces"), static namespaces => Assert.Contains("Own.Interceptors", namespaces));
    }

    // The compiler finds a call again by its file's text and refuses one that stands in two files (CS9233).
    [Fact]
    public async Task LinkedTwice_OneTextInTwoFiles_BuildsAndMeasuresTheRest() =>
        Assert.Contains("orders_placed_total{channel=\"web\"} 1", await SeriesAsync("LinkedTwice"));

    [Theory]
    [InlineData("ConsoleApp")]
    [InlineData("LibraryApp")]
    [InlineData("OwnNamespaces")]
    [InlineData("WebApp")]
    public async Task InterceptorNamespaces_InBothProperties_ContainOursOnce(string consumer)
    {
        var properties = await NamespacesAsync(consumer);

        Assert.Equal(2, properties.Count);
        Assert.All(properties, static namespaces => Assert.Single(namespaces, Interceptors));
    }

    [Fact]
    public async Task Generator_SwitchedOffAndOnAgain_ChangesTheNextBuild()
    {
        Assert.Contains("orders_placed_total{channel=\"web\"} 1", await SeriesAsync("SwitchedOff"));

        (await consumers.BuildAsync("SwitchedOff", "--no-restore", "-p:InstrumentationGenerate=false")).Succeeded();
        var switchedOff = await SeriesAsync("SwitchedOff");
        Assert.Contains("# refused", switchedOff);
        Assert.DoesNotContain(switchedOff, static line => line.Contains("orders_placed", StringComparison.Ordinal) || line.Contains("call_duration", StringComparison.Ordinal));

        (await consumers.BuildAsync("SwitchedOff", "--no-restore")).Succeeded();
        Assert.Contains("orders_placed_total{channel=\"web\"} 1", await SeriesAsync("SwitchedOff"));
    }

    [Fact]
    public async Task Rules_TagWithoutABound_FailTheBuild()
    {
        var build = await consumers.BuildAsync("UnboundedTag");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error INS2001", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("109", "error INS2007", "format 5 × region 22")]
    [InlineData("many", "InstrumentationCardinalityBudget is 'many'", "write one, such as 2000")]
    public async Task Rules_MetricOverTheBudgetOfTheProject_FailsTheBuild(string budget, params string[] says)
    {
        var build = await consumers.BuildAsync("OverBudget", $"-p:InstrumentationCardinalityBudget={budget}");

        Assert.NotEqual(0, build.ExitCode);
        Assert.All(says, said => Assert.Contains(said, build.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_MetricWithinTheBudgetOfTheProject_Builds() => (await consumers.BuildAsync("OverBudget", "-p:InstrumentationCardinalityBudget=110")).Succeeded();

    private async Task<IReadOnlyList<string>> SeriesAsync(string consumer) =>
        (await consumers.RunAsync(consumer)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>InterceptorsNamespaces and InterceptorsPreviewNamespaces as the compiler was given them.</summary>
    private async Task<IReadOnlyList<string[]>> NamespacesAsync(string consumer) =>
        [.. (await File.ReadAllLinesAsync(Path.Combine(consumers.Output(consumer), "namespaces.txt"))).Select(static line => line.Split(';', StringSplitOptions.RemoveEmptyEntries))];
}
