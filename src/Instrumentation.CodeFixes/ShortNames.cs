using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.CodeFixes;

/// <summary>Names of types as short as a place allows.</summary>
internal static class ShortNames
{
    /// <summary>The name of a type, without type arguments; in full where the compilation does not know it.</summary>
    public static string Of(string metadataName, SemanticModel model, int position)
    {
        var name = model.Compilation.GetTypesByMetadataName(metadataName).FirstOrDefault()?.ToMinimalDisplayString(model, position) ?? metadataName;
        var end = name.IndexOf('<');
        return end < 0 ? name : name.Substring(0, end);
    }
}
