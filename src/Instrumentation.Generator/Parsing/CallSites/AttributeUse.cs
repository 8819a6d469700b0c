using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>An attribute as it is written, before anything is bound.</summary>
/// <param name="Attribute">Its simple name.</param>
/// <param name="Type">The simple name of the type that carries it, or whose member does; null for one on the assembly.</param>
/// <param name="Member">The name of the method or property that carries it; null for one on the type.</param>
/// <param name="Declaration">The type's declaration.</param>
internal readonly record struct AttributeUse(string Attribute, string? Type, string? Member, TypeDeclarationSyntax? Declaration);
