using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Pieces of text made from a signature.</summary>
internal static class SignatureText
{
    /// <summary>The wrapper's name.</summary>
    public static string Name(MethodTarget method) => Escaped(method.Id);

    public static string Escaped(string id) => id.Length > 0 && char.IsLower(id[0]) ? "@" + id : id;

    /// <summary>The receiver, then the method's own parameters.</summary>
    public static string WrapperParameters(MethodSignature signature, string receiverModifier = "") =>
        string.Join(", ", Receiver(signature, $"{receiverModifier}{(signature.Receiver.ByReference ? "ref " : string.Empty)}{signature.Receiver.Type} ")
            .Concat(signature.Parameters.Select(static parameter => parameter.Declaration)));

    public static string WrapperArguments(MethodSignature signature) =>
        string.Join(", ", Receiver(signature, signature.Receiver.ByReference ? "ref " : string.Empty)
            .Concat(signature.Parameters.Select(static parameter => parameter.Argument)));

    /// <summary>The call of the method itself.</summary>
    public static string Call(MethodSignature signature) =>
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

    private static IEnumerable<string> Receiver(MethodSignature signature, string prefix) =>
        signature.Receiver.Name is { } name ? [prefix + name] : [];
}
