namespace Instrumentation;

/// <summary>Which methods an <see cref="InstrumentedAttribute"/> on a type or an assembly covers, by their accessibility.</summary>
public enum InstrumentedAccess
{
    /// <summary>Public methods.</summary>
    Public = 0,

    /// <summary>Public and internal methods.</summary>
    Internal = 1,

    /// <summary>All methods, private and protected ones too.</summary>
    Private = 2,
}
