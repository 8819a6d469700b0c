namespace SchemaRegistry.Api.Auditing;

/// <summary>What somebody changed.</summary>
internal enum AuditAction
{
    Register,
    DeleteVersion,
    DeleteSubject,
    ChangeConfig,
    RemoveConfig,
    ChangeMode,
    RemoveMode,
    ChangeState,
    BackUp,
}
