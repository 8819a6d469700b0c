using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>Names in a referenced assembly that decide what a call means without being the call's own: read from the metadata, for which no symbol is made.</summary>
internal sealed class ForeignNames
{
    // By the metadata's identity: a compiler server makes a reference anew for each build, and keeps what stands behind it.
    private static readonly ConditionalWeakTable<MetadataId, ForeignNames> s_known = new();

    /// <summary>The names of extension methods.</summary>
    public HashSet<string> Extensions { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of members that give dynamic values.</summary>
    public HashSet<string> Dynamic { get; } = new(StringComparer.Ordinal);

    public static ForeignNames Of(MetadataReference reference, CancellationToken cancellation)
    {
        var names = new ForeignNames();
        if (reference is CompilationReference { Compilation: var project })
        {
            names.Read(project, cancellation);
        }
        else if (reference is PortableExecutableReference file && file.GetMetadata() is var metadata)
        {
            return s_known.GetValue(metadata.Id, _ =>
            {
                foreach (var module in (metadata as AssemblyMetadata)?.GetModules() ?? [(ModuleMetadata)metadata])
                {
                    names.Read(module.GetMetadataReader());
                }

                return names;
            });
        }

        return names;
    }

    private void Read(Compilation project, CancellationToken cancellation)
    {
        foreach (var file in project.SyntaxTrees.OfType<CSharpSyntaxTree>().Select(tree => SyntaxTreeIndex.Of(tree, cancellation)))
        {
            Extensions.UnionWith(file.Extensions);
            Dynamic.UnionWith(file.Declared.Concat(file.Made).Where(static declared => declared.Type == "dynamic").Select(static declared => declared.Name));
        }
    }

    private void Read(MetadataReader reader)
    {
        var extensions = Constructors(reader, "ExtensionAttribute");
        var dynamics = Constructors(reader, "DynamicAttribute");
        if (extensions.Count == 0 && dynamics.Count == 0)
        {
            return;
        }

        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (extensions.Contains(attribute.Constructor) && attribute.Parent.Kind == HandleKind.MethodDefinition)
            {
                Extensions.Add(Name(reader, attribute.Parent));
            }
            else if (dynamics.Contains(attribute.Constructor))
            {
                Dynamic.Add(Name(reader, attribute.Parent));
            }
        }
    }

    // An attribute's constructors, whether it is defined here or elsewhere.
    private static HashSet<EntityHandle> Constructors(MetadataReader reader, string attribute) =>
        [
            .. reader.MemberReferences
                .Where(handle => reader.GetMemberReference(handle).Parent is { Kind: HandleKind.TypeReference } parent
                    && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)parent).Name, attribute))
                .Select(static handle => (EntityHandle)handle),
            .. reader.TypeDefinitions
                .Where(handle => reader.StringComparer.Equals(reader.GetTypeDefinition(handle).Name, attribute))
                .SelectMany(handle => reader.GetTypeDefinition(handle).GetMethods())
                .Select(static handle => (EntityHandle)handle),
        ];

    private static string Name(MetadataReader reader, EntityHandle declared) => declared.Kind switch
    {
        HandleKind.MethodDefinition => reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)declared).Name),
        HandleKind.FieldDefinition => reader.GetString(reader.GetFieldDefinition((FieldDefinitionHandle)declared).Name),
        HandleKind.PropertyDefinition => reader.GetString(reader.GetPropertyDefinition((PropertyDefinitionHandle)declared).Name),
        HandleKind.TypeDefinition => reader.GetString(reader.GetTypeDefinition((TypeDefinitionHandle)declared).Name).Split('`')[0],
        HandleKind.Parameter => Method(reader, (ParameterHandle)declared),
        _ => string.Empty,
    };

    // That of a result is its method's parameter too.
    private static string Method(MetadataReader reader, ParameterHandle parameter) =>
        reader.MethodDefinitions.Select(reader.GetMethodDefinition).Where(method => method.GetParameters().Contains(parameter)).Select(method => reader.GetString(method.Name)).First();
}
