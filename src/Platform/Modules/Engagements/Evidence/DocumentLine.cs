namespace Platform.Modules.Engagements.Evidence;

/// <summary>A document as a sheet lists it; removed, what is left of it.</summary>
/// <param name="OwnerKey">Identifier of what it hangs on.</param>
/// <param name="Address">Of a link; null for a file.</param>
public sealed record DocumentLine(Guid Id, Guid OwnerKey, string Name, string? Address, string? MediaType, int Size, bool IsPublic, DateTimeOffset AddedAt, string AddedBy,
    DateOnly? RemovedOn, string? RemovedBy, string? RemovedReason);

/// <summary>A verification as a sheet shows it; withdrawn, with when, by whom and why.</summary>
/// <param name="PlaceKey">Identifier of what is verified.</param>
public sealed record VerificationLine(Guid Id, Guid PlaceKey, DateOnly On, DateTimeOffset At, string By, string Note, DateOnly? WithdrawnOn, string? WithdrawnBy, string? WithdrawnReason);

/// <summary>What hangs at one place of a sheet.</summary>
/// <param name="MayChange">The reader may show it to the public or take it away.</param>
public sealed record Attached(IEnumerable<DocumentLine> Lines, bool MayChange);
