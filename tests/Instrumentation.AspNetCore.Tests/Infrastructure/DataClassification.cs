#pragma warning disable MA0048, SA1402 // The package's types, which cannot be restored: our code knows them by name only.
namespace Microsoft.Extensions.Compliance.Classification;

[AttributeUsage(AttributeTargets.All)]
internal abstract class DataClassificationAttribute : Attribute;

internal sealed class NoDataClassificationAttribute : DataClassificationAttribute;

internal sealed class PrivateAttribute : DataClassificationAttribute;
