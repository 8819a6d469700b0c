namespace Instrumentation.Package.Tests.Infrastructure;

/// <summary>All classes with this collection share one packing.</summary>
[CollectionDefinition(Name)]
public sealed class PackedConsumersCollection : ICollectionFixture<PackedConsumers>
{
    public const string Name = "Packed consumers";
}
