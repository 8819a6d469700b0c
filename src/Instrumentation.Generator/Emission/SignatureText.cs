using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Pieces of text made from a signature.</summary>
internal static class SignatureText
{
    /// <summary>The wrapper's name.</summary>
    public static string Name(MethodTarget method) => Escaped(method.Id);

    public static string Escaped(string id) => id.Length > 0 && char.IsLower(id[0]) ? "@" + id : id;

    /// <summary>The receiver, then the method's own parameters.</summary>
    public static string WrapperParameters(MethodSignature signature) => string.Join(", ", Parameters(signature));

    /// <summary>The same for an interceptor, which extends the type it is called on as the method does.</summary>
    public static string InterceptorParameters(MethodSignature signature) =>
        signature.Receiver.Name is not null ? "this " + WrapperParameters(signature)
        : signature.Receiver.IsExtension ? string.Join(", ", Parameters(signature).Skip(1).Prepend($"{signature.Parameters[0].Contract}this {signature.Parameters[0].Declaration}"))
        : WrapperParameters(signature);

    public static string WrapperArguments(MethodSignature signature) =>
        string.Join(", ", Receiver(signature, signature.Receiver.Modifier)
            .Concat(signature.Parameters.Select(static parameter => parameter.Argument)));

    /// <summary>The call of the method itself, or of the accessor that reaches it.</summary>
    public static string Call(MethodTarget method) =>
        method.Signature.Accessor == AccessorKind.None ? Call(method.Signature) : $"{method.AccessorName}({string.Join(", ", AccessorArguments(method.Signature))})";

    private static string Call(MethodSignature signature) =>
        $"{signature.Receiver.Expression}.{signature.Name}{signature.OwnTypeParameters}({string.Join(", ", signature.Parameters.Select(static parameter => parameter.Argument))})";

    /// <summary>A name for a local that no parameter has.</summary>
    public static string Free(MethodTarget method, string name)
    {
        while (name == method.TargetName || name == method.ResultName || method.Signature.Parameters.Any(parameter => CSharpText.Bare(parameter.Name) == name))
        {
            name += "_";
        }

        return name;
    }

    private static IEnumerable<string> Parameters(MethodSignature signature) =>
        Receiver(signature, $"{(signature.Receiver.IsScoped ? "scoped " : string.Empty)}{signature.Receiver.Modifier}{signature.Receiver.Type} ")
            .Concat(signature.Parameters.Select(static parameter => parameter.Repeated));

    // A static method's accessor takes its type by a first argument that is never looked at.
    private static IEnumerable<string> AccessorArguments(MethodSignature signature) =>
        (signature.Receiver.Name is { } name ? [signature.Receiver.Modifier + name] : new[] { "default" })
            .Concat(signature.Parameters.Select(static parameter => parameter.Argument));

    private static IEnumerable<string> Receiver(MethodSignature signature, string prefix) =>
        signature.Receiver.Name is { } name ? [prefix + name] : [];
}
