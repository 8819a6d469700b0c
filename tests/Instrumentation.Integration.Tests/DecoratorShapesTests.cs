using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Instrumentation.Integration.Tests;

/// <summary>Decorators of generic, derived and keyed classes, and registrations of other kinds.</summary>
public sealed class DecoratorShapesTests
{
    [Fact]
    public async Task ClosedGeneric_IsDecoratedWithItsTypeArguments()
    {
        using var provider = Build(static services => services
            .AddSingleton<IVault<string>, Vault<string>>()
            .AddSingleton<IVault<int>>(static _ => new Vault<int>()));
        var before = await Scraped.ValueAsync("vault_puts_total") ?? 0;
        Assert.Equal(("a", 1), provider.GetRequiredService<IVault<string>>().Put("a", 1));
        Assert.Equal((2, "b"), provider.GetRequiredService<IVault<int>>().Put(2, "b"));
        Assert.Equal(before + 2, await Scraped.ValueAsync("vault_puts_total"));
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton, null)]
    [InlineData(ServiceLifetime.Scoped, null)]
    [InlineData(ServiceLifetime.Transient, null)]
    [InlineData(ServiceLifetime.Scoped, "key")]
    public async Task OpenGeneric_IsDecoratedWithItsLifetimeAndDisposedOnce(ServiceLifetime lifetime, string? key)
    {
        IVault<string> kept;
        using (var provider = Build(services => services.Add(new ServiceDescriptor(typeof(IVault<>), key, typeof(Vault<>), lifetime))))
        using (var one = provider.CreateScope())
        using (var other = provider.CreateScope())
        {
            var before = await Scraped.ValueAsync("vault_puts_total") ?? 0;
            kept = Get(one);
            kept.Put("a", 1);
            Get(other).Put("a", 1);
            Assert.Equal(before + 2, await Scraped.ValueAsync("vault_puts_total"));
            Assert.Equal(lifetime != ServiceLifetime.Transient, kept.Identity == Get(one).Identity);
            Assert.Equal(lifetime == ServiceLifetime.Singleton, kept.Identity == Get(other).Identity);
            Assert.Equal(0, kept.Disposed);
        }

        Assert.Equal(1, kept.Disposed);

        IVault<string> Get(IServiceScope scope) => key is null
            ? scope.ServiceProvider.GetRequiredService<IVault<string>>()
            : scope.ServiceProvider.GetRequiredKeyedService<IVault<string>>(key);
    }

    [Fact]
    public void OpenGeneric_RegisteredTwice_KeepsTwoInstances()
    {
#pragma warning disable INS1002 // What the rule warns of is asserted.
        using var provider = Build(static services => services.AddSingleton(typeof(IVault<>), typeof(Vault<>)).AddSingleton(typeof(IVault<>), typeof(Vault<>)));
#pragma warning restore INS1002
        var all = provider.GetServices<IVault<string>>().ToList();
        Assert.Equal(2, all.DistinctBy(static vault => vault.Identity).Count());
        Assert.Equal(["Vault`1", "InstrumentedVault1`1"], all.Select(static vault => vault.GetType().Name));
    }

    [Fact]
    public async Task SeveralClosedForms_AreEachDecorated()
    {
        using var provider = Build(static services => services.AddSingleton<ISource<string>, TwoSources>().AddSingleton<ISource<Uri>, TwoSources>().AddSingleton<ISource<object>, TwoSources>());
        Assert.Equal("text", provider.GetRequiredService<ISource<string>>().Take());
        Assert.Equal("localhost", provider.GetRequiredService<ISource<Uri>>().Take().Host);
        Assert.Equal("InstrumentedTwoSources", provider.GetRequiredService<ISource<object>>().GetType().Name);
        Assert.Equal(1, await Scraped.ValueAsync("two_sources_texts_total"));
        Assert.Equal(1, await Scraped.ValueAsync("two_sources_links_total"));
    }

    [Fact]
    public async Task DerivedClass_IsDecoratedWithAllOfItsInterfaces()
    {
        SpecialLedger.Disposals.Clear();
        await using (var provider = Build(static services => services.AddScoped<ISource<int>, SpecialLedger>()))
        await using (var scope = provider.CreateAsyncScope())
        {
            var before = await Scraped.ValueAsync("ledger_takes_total") ?? 0;
            var source = scope.ServiceProvider.GetRequiredService<ISource<int>>();
            Assert.Equal(2, source.Take());
            Assert.Equal(before + 1, await Scraped.ValueAsync("ledger_takes_total"));
            Assert.Equal(3, Assert.IsType<IComparable<int>>(source, exactMatch: false).CompareTo(3));
        }

        Assert.Equal(["async"], SpecialLedger.Disposals);
    }

    [Fact]
    public async Task ClassThatTakesItsKey_GetsTheKeyItIsAskedBy()
    {
        KeyedSource.Made = 0;
        using var provider = Build(static services => services
            .AddKeyedSingleton("fixed", "kept").AddKeyedSingleton("a", "of a").AddKeyedSingleton("b", "of b")
            .AddKeyedSingleton<ISource<string>, KeyedSource>(KeyedService.AnyKey));
        var before = await Scraped.ValueAsync("keyed_source_takes_total") ?? 0;
        Assert.Equal("a kept of a 1", provider.GetRequiredKeyedService<ISource<string>>("a").Take());
        Assert.Equal("b kept of b 2", provider.GetRequiredKeyedService<ISource<string>>("b").Take());
        Assert.Equal("a kept of a 1", provider.GetRequiredKeyedService<ISource<string>>("a").Take());
        Assert.Equal(before + 3, await Scraped.ValueAsync("keyed_source_takes_total"));
    }

    [Fact]
    public void OneClass_UnderTwoInterfaces_IsTwoInstances()
    {
        using var provider = Build(static services => services.AddSingleton<ISource<string>, TwoSources>().AddSingleton<ISource<Uri>, TwoSources>());
        Assert.NotEqual<object>(provider.GetRequiredService<ISource<string>>(), provider.GetRequiredService<ISource<Uri>>());
    }

    [Fact]
    public void Decorator_IsAndPrintsAsWhatItStandsFor()
    {
        var vault = new Vault<string>();
        using var provider = Build(services => services.AddSingleton<IVault<string>>(vault).AddTransient<IVault<string>>(_ => vault));
        var (one, other) = (provider.GetServices<IVault<string>>().First(), provider.GetServices<IVault<string>>().Last());
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.True(one.Equals(vault));
        Assert.Equal(vault.GetHashCode(), one.GetHashCode());
        Assert.Equal("vault of String", one.ToString());
    }

    [Fact]
    public void Factory_ThatReturnsAnotherClass_IsDecoratedAsThatClass()
    {
        using var provider = Build(static services => services
            .AddSingleton<ISource<int>>(static _ => new SpecialLedger())
            .AddSingleton(static provider => (IComparable<int>)provider.GetRequiredService<ISource<int>>()));
        Assert.Equal("InstrumentedSpecialLedger", provider.GetRequiredService<ISource<int>>().GetType().Name);
        Assert.Same(provider.GetRequiredService<ISource<int>>(), provider.GetRequiredService<IComparable<int>>());
    }

    [Fact]
    public void TryAddAndReplace_AfterAddInstrumentation_DoAsTheySay()
    {
        var services = new ServiceCollection().AddSingleton<ISource<int>, Ledger>().AddInstrumentation();
        services.TryAddSingleton<ISource<int>, SpecialLedger>();
        using (var provider = services.BuildServiceProvider())
        {
            Assert.Equal("InstrumentedLedger", provider.GetRequiredService<ISource<int>>().GetType().Name);
        }

        services.Replace(ServiceDescriptor.Singleton<ISource<int>, SpecialLedger>());
        using var replaced = services.BuildServiceProvider();
        Assert.IsType<SpecialLedger>(Assert.Single(replaced.GetServices<ISource<int>>()));
    }

    [Fact]
    public void ActivatorUtilities_HandsTheDecoratorToAConstructor()
    {
        using var provider = Build(static services => services.AddSingleton<ISource<int>, Ledger>());
        Assert.Equal("InstrumentedLedger", ActivatorUtilities.CreateInstance<Consumer>(provider).Source.GetType().Name);
    }

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.AddInstrumentation().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private sealed class Consumer(ISource<int> source)
    {
        public ISource<int> Source { get; } = source;
    }
}
