namespace SchemaRegistry.Api.Auditing;

/// <summary>Says of each change who made it, what it was, where it came from and to which request it belongs.</summary>
internal interface IAuditLog
{
    /// <param name="action">What was done.</param>
    /// <param name="subject">In which subject, or (<see langword="null"/>) in the whole registry.</param>
    /// <param name="detail">To what.</param>
    void Record(AuditAction action, string? subject, string? detail = null);
}
