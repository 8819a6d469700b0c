using System.Runtime.CompilerServices;
using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Integration.Tests;

/// <summary>Observed gauges: live objects, read when somebody looks.</summary>
public sealed class ObservedGaugeTests
{
    [Fact]
    public async Task Instances_WithTheSameTags_ArePutTogether()
    {
        var pools = new[] { new ObservedPool("same", 4), new ObservedPool("same", 1), new ObservedPool("same", 3), new LargerPool("same", 2) };
        foreach (var pool in pools)
        {
            Gauges.Observe(pool);
            Gauges.Observe(pool);
        }

        Assert.Equal(28, await Scraped.ValueAsync("observed_sum{pool=\"same\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("observed_min{pool=\"same\"}"));
        Assert.Equal(20, await Scraped.ValueAsync("observed_max{pool=\"same\"}"));
        Assert.Equal(7, await Scraped.ValueAsync("observed_average{pool=\"same\"}"));
        Assert.Equal(20, await Scraped.ValueAsync("observed_last{pool=\"same\"}"));
        Assert.Equal(600, await Scraped.ValueAsync("observed_age_seconds{pool=\"same\"}"));
        Assert.Contains("# TYPE observed_sum gauge\n", await Scraped.TextAsync(), StringComparison.Ordinal);
        GC.KeepAlive(pools);
    }

    [Fact]
    public async Task Instance_ThatIsCollected_Vanishes()
    {
        var box = new ObservedPool?[1];
        Make(box);
        Assert.Equal(5, await Scraped.ValueAsync("observed_sum{pool=\"short\"}"));
        box[0] = null;
        for (var i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Null(await Scraped.ValueAsync("observed_sum{pool=\"short\"}"));
    }

    [Fact]
    public async Task Getter_ThatThrows_IsCountedAndItsInstanceLeftOut()
    {
        var (good, bad, absent) = (new ObservedPool("throwing", 2), new ObservedPool("throwing", -1), new ObservedPool("throwing", 101));
        Gauges.Observe(good);
        Gauges.Observe(absent);
        Gauges.Observe(bad);
        Assert.Equal(103, await Scraped.ValueAsync("observed_sum{pool=\"throwing\"}"));
        Assert.True(await Scraped.ValueAsync("instrumentation_expression_errors_total") >= 5);
        Gauges.Forget(bad);
        Gauges.Forget(good);
        Gauges.Forget(absent);
        Assert.Null(await Scraped.ValueAsync("observed_sum{pool=\"throwing\"}"));
        GC.KeepAlive(bad);
    }

    [Fact]
    public async Task Value_ThatIsNull_IsLeftOut()
    {
        var pool = new ObservedPool("ageless", 101);
        Gauges.Observe(pool);
        Assert.Equal(101, await Scraped.ValueAsync("observed_sum{pool=\"ageless\"}"));
        Assert.Null(await Scraped.ValueAsync("observed_age_seconds{pool=\"ageless\"}"));
        GC.KeepAlive(pool);
    }

    [Fact]
    public async Task StaticMembers_AreObservedFromTheStart()
    {
        Assert.Equal(5, await Scraped.ValueAsync("observed_static{on=\"true\"}"));
        Assert.Equal(7, await Scraped.ValueAsync("observed_decorated"));
        ObservedStatics.Value = 1;
        Assert.Null(await Scraped.ValueAsync("observed_static{on=\"true\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("observed_static{on=\"false\"}"));
    }

    public static TheoryData<string, Action<IServiceCollection>, int> Registrations => new()
    {
        { "type", static services => services.AddSingleton<ObservedService>(), 0 },
        { "transient type", static services => services.AddTransient<ObservedService>(), 0 },
        { "interface", static services => services.AddScoped<IObservedService, ObservedService>(), 0 },
        { "disposable type", static services => services.AddSingleton<ObservedService, ObservedDisposable>(), 1 },
        { "scoped disposable", static services => services.AddScoped<IObservedService, ObservedDisposable>(), 1 },
        { "factory", static services => services.AddScoped<IObservedService>(static _ => new ObservedDisposable()), 1 },
        { "instance", static services => services.AddSingleton(new ObservedService()), 0 },
        { "keyed type", static services => services.AddKeyedSingleton<ObservedService>("key"), 0 },
        { "keyed disposable", static services => services.AddKeyedSingleton<IObservedService, ObservedDisposable>("key"), 1 },
        { "keyed factory", static services => services.AddKeyedSingleton<IObservedService>("key", static (_, _) => new ObservedDisposable()), 1 },
        { "both", static services => services.AddSingleton<ObservedService>().AddSingleton<IObservedService>(static provider => provider.GetRequiredService<ObservedService>()), 0 },
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Instance_OfTheContainer_IsObservedAndDisposedAsBefore(string how, Action<IServiceCollection> register, int disposals)
    {
        var services = new ServiceCollection();
        register(services);
        services.AddInstrumentation().AddInstrumentation();
        IObservedService service;
        await using (var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }))
        await using (var scope = provider.CreateAsyncScope())
        {
            service = Resolve(scope.ServiceProvider);
            ((ObservedService)service).Kind = how;
            Assert.Equal(1, await Scraped.ValueAsync($"observed_services{{kind=\"{how}\"}}"));
        }

        Assert.Equal(disposals, service.Disposed);
    }

    [Fact]
    public async Task Decorated_InstanceIsObservedBehindItsDecorator()
    {
        await using var provider = new ServiceCollection().AddSingleton<IObservedService, ObservedDecorated>().AddInstrumentation().BuildServiceProvider();
        var service = provider.GetRequiredService<IObservedService>();
        service.Call();
        Assert.Equal("InstrumentedObservedDecorated", service.GetType().Name);
        Assert.Equal(1, await Scraped.ValueAsync("observed_decorated_instances"));
        GC.KeepAlive(service);
    }

    [Fact]
    public void Observe_OfAnObjectWithoutGauges_DoesNothing()
    {
        Gauges.Observe(new object());
        Gauges.Forget("text");
    }

    private static IObservedService Resolve(IServiceProvider provider) =>
        provider.GetService<IObservedService>()
        ?? provider.GetService<ObservedService>()
        ?? provider.GetKeyedService<IObservedService>("key")
        ?? provider.GetRequiredKeyedService<ObservedService>("key");

    // In a method of its own, so that no local keeps the object alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Make(ObservedPool?[] box)
    {
        box[0] = new ObservedPool("short", 5);
        Gauges.Observe(box[0]!);
    }
}
