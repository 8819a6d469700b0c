namespace Instrumentation.Generator.Model;

/// <summary>A parameter of the wrapper that an expression reads.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
internal sealed record InputModel(string Type, string Name)
{
    /// <summary>How it is passed on.</summary>
    public string Argument => Passed(Name);

    /// <summary>A dynamic value is passed as an object: the call stays one that is bound when it is compiled.</summary>
    public string Passed(string name) => Type is "dynamic" or "dynamic?" ? "(object?)" + name : name;
}
