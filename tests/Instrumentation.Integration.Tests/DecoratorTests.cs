using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Integration.Tests;

/// <summary>Decorators in a container: every call through the interface, and nothing else changes.</summary>
public sealed class DecoratorTests
{
    [Fact]
    public async Task Host_RegistrationsAfterAddInstrumentation_AreDecorated()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddInstrumentation();
        builder.Services.AddSingleton<IStore, Store>();
        using var host = builder.Build();
        var before = await CountAsync("Load");
        var store = host.Services.GetRequiredService<IStore>();
        Assert.Equal("a!", store.Load("a"));
        Assert.Equal(before + 1, await CountAsync("Load"));
        Assert.Equal("InstrumentedStore", store.GetType().Name);
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton)]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Transient)]
    public void Lifetime_IsKept(ServiceLifetime lifetime)
    {
        using var provider = Build(services => services.Add(new ServiceDescriptor(typeof(IStore), typeof(Store), lifetime)));
        using var one = provider.CreateScope();
        using var other = provider.CreateScope();
        var first = one.ServiceProvider.GetRequiredService<IStore>();
        Assert.Equal(lifetime != ServiceLifetime.Transient, ReferenceEquals(first, one.ServiceProvider.GetRequiredService<IStore>()));
        Assert.Equal(lifetime == ServiceLifetime.Singleton, ReferenceEquals(first, other.ServiceProvider.GetRequiredService<IStore>()));
        Assert.Equal(lifetime != ServiceLifetime.Transient, first.Identity == one.ServiceProvider.GetRequiredService<IStore>().Identity);
    }

    public static TheoryData<string, Action<IServiceCollection>> Registrations => new()
    {
        { "type", static services => services.AddSingleton<IStore, Store>() },
        { "factory", static services => services.AddSingleton<IStore>(static _ => new Store()) },
        { "keyed type", static services => services.AddKeyedSingleton<IStore, Store>("key") },
        { "keyed factory", static services => services.AddKeyedSingleton<IStore>("key", static (_, _) => new Store()) },
        { "scoped factory", static services => services.AddScoped<IStore>(static _ => new Store()) },
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public void Disposal_HappensOnce(string how, Action<IServiceCollection> register)
    {
        IStore store;
        using (var provider = Build(register))
        using (var scope = provider.CreateScope())
        {
            store = scope.ServiceProvider.GetService<IStore>() ?? scope.ServiceProvider.GetRequiredKeyedService<IStore>("key");
            Assert.Equal("InstrumentedStore", store.GetType().Name);
            Assert.Equal(0, store.Disposed);
        }

        Assert.True(store.Disposed == 1, how);
    }

    [Fact]
    public void Instance_StaysTheUsersToDispose()
    {
        var store = new Store();
        using (var provider = Build(services => services.AddSingleton<IStore>(store)))
        {
            Assert.Equal(store.Identity, provider.GetRequiredService<IStore>().Identity);
        }

        Assert.Equal(0, store.Disposed);
    }

    [Fact]
    public void OtherInterfacesOfTheClass_AreThereToo()
    {
        using var provider = Build(static services => services.AddSingleton<IStore, Store>());
        var store = provider.GetRequiredService<IStore>();
        Assert.IsType<IComparable<int>>(store, exactMatch: false);
        Assert.Equal(5, ((IComparable<int>)store).CompareTo(5));
        Assert.IsType<IDisposable>(store, exactMatch: false);
    }

    [Fact]
    public void Members_AreForwarded()
    {
        using var provider = Build(static services => services.AddSingleton<IStore, Store>());
        var store = provider.GetRequiredService<IStore>();
        store.Name = "renamed";
        Assert.Equal("renamed", store.Name);
        Assert.Equal(6, store[3]);
        var raised = 0;
        EventHandler handler = (_, _) => raised++;
        store.Changed += handler;
        store.Raise();
        store.Changed -= handler;
        store.Raise();
        Assert.Equal(1, raised);
        Assert.Equal("default", store.Default());
        var text = "x";
        Assert.True(store.Exchange<string>("new", ref text, out var old));
        Assert.Equal(("new", "x"), (text, old));
    }

    [Fact]
    public void ServicesAddInstrumentation_Twice_DecoratesOnce()
    {
        using var provider = Build(static services => services.AddSingleton<IStore, Store>().AddInstrumentation());
        Assert.Equal("a!", provider.GetRequiredService<IStore>().Load("a"));
    }

    [Fact]
    public void Enumerable_OfServices_KeepsOrderAndDecoratesEach()
    {
        using var provider = Build(static services => services.AddSingleton<IStore, Store>().AddSingleton<IStore>(new PlainStore()).AddSingleton<IStore, Store>());
        Assert.Equal(["InstrumentedStore", "PlainStore", "InstrumentedStore"], provider.GetServices<IStore>().Select(static store => store.GetType().Name));
    }

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.AddInstrumentation().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static async Task<double> CountAsync(string method) =>
        await Scraped.ValueAsync($"call_duration_seconds_count{{assembly=\"Instrumentation.Integration.Tests\",method=\"{method}\",outcome=\"success\",type=\"Store\"}}") ?? 0;
}
