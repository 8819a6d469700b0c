namespace Instrumentation.Weaving;

/// <summary>The result of a call that gives none.</summary>
public readonly struct NoResult;
