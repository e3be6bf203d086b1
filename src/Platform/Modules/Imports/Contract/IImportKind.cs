using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Imports.Contract;

public enum ImportSubject : short
{
    [Display(Name = "Organisations")] Organisations = 1,
    [Display(Name = "Personnes et mandats")] People,
    [Display(Name = "Engagements et mesures")] Commitments,
    [Display(Name = "Valeurs d’indicateurs")] Values,
}

/// <summary>What can be imported: its columns, how a line finds what it speaks of, and how that is written. One instance serves one work
/// (a dry run, an import, an undo), so it may keep what it has read.</summary>
public interface IImportKind
{
    /// <summary>The fact by which a thing is known for ever: never changed by an import.</summary>
    const string Identifier = "Id";

    ImportSubject Subject { get; }

    /// <summary>What a member must hold, beside the right to import.</summary>
    string Permission { get; }

    /// <summary>The module that must be on in the space; null when it cannot be off.</summary>
    string? Module { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    IReadOnlyList<ImportKey> Keys { get; }

    /// <summary>Reads what the cells may name: organisations, themes, bodies…</summary>
    Task Open(CancellationToken ct);

    /// <summary>What a line says; what cannot be read is refused in <paramref name="cells"/>.</summary>
    Facts Read(Cells cells);

    /// <summary>The value by which the line finds what it speaks of; null when it does not say.</summary>
    string? KeyOf(string key, Facts said);

    /// <summary>How a report names it.</summary>
    string TitleOf(Facts facts);

    /// <summary>The series from which new ones take a number; null when they have none.</summary>
    string? Series => null;

    /// <summary>The first of the numbers set aside for what this work creates.</summary>
    void NumberFrom(int first) { }

    Task<ILookup<string, Guid>> Find(string key, IReadOnlyCollection<string> values, CancellationToken ct);

    /// <summary>What is stored, in the words of <see cref="Read"/>. An identifier that is unknown in the space is absent.</summary>
    Task<IReadOnlyDictionary<Guid, Facts>> Load(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>What should be stored, as <see cref="Load"/> will tell it: what is, changed by what the line says. What it does not say stays.</summary>
    Facts Merge(Facts? stored, Facts said);

    /// <summary>The rules of the forms, on each entry.</summary>
    Task Check(IReadOnlyList<ImportEntry> entries, CancellationToken ct);

    /// <summary>Writes one entry (<paramref name="id"/> null: a new one) into what <see cref="Load"/> brought last.</summary>
    Task<Guid> Write(Guid? id, Facts? stored, Facts wanted, CancellationToken ct);

    /// <summary>Facts that an undo must not put back: what the import put there has served since, or its former value is somebody else's by now.</summary>
    /// <param name="back">What <see cref="Load"/> brought last, as the undo would leave it.</param>
    Task<IReadOnlySet<(Guid Id, string Fact)>> Served(IReadOnlyDictionary<Guid, Facts> back, CancellationToken ct);

    /// <summary>Takes back what an import created and nobody has changed in its facts since: removed when nothing refers to it, else put aside.</summary>
    /// <param name="made">With the facts that the import wrote.</param>
    /// <returns>For each that could not simply be removed, what became of it, as a sentence.</returns>
    Task<IReadOnlyDictionary<Guid, string>> TakeBack(IReadOnlyDictionary<Guid, Facts> made, CancellationToken ct);

    /// <summary>A fact as people read it.</summary>
    string Show(string fact, string value);

    string LabelOf(string fact) => Columns.FirstOrDefault(c => c.Code == fact)?.Label ?? Columns.FirstOrDefault(c => c.Part?.Fact == fact)?.Part?.Label ?? fact;

    /// <summary>The page of a thing, beginning with "~/".</summary>
    string AddressOf(Guid id);
}

/// <param name="Code">Name of the fact, which is the name of the property in the forms.</param>
/// <param name="Label">Header, as exports write it.</param>
/// <param name="Synonyms">Other headers that mean it; accents and case do not count.</param>
public sealed record ImportColumn(string Code, string Label, params IReadOnlyList<string> Synonyms)
{
    /// <summary>The list of parts that the column describes with others ("Roles"), and how it is named.</summary>
    public (string Fact, string Label)? Part { get; init; }
}

/// <param name="Columns">The columns without which it cannot be used.</param>
public sealed record ImportKey(string Code, string Label, params IReadOnlyList<string> Columns)
{
    /// <summary>A value that nothing stored has is a mistake, and not something new.</summary>
    public bool MustExist { get; init; }
}

/// <summary>What a line says, or what is stored, in a form that compares: ISO dates, invariant numbers, names of choices, identifiers,
/// lists of parts as JSON. What is absent is not said, or is empty.</summary>
public sealed class Facts() : SortedDictionary<string, string>(StringComparer.Ordinal)
{
    public Facts(Facts other) : this()
    {
        foreach (var (fact, value) in other) this[fact] = value;
    }

    public string? Get(string fact) => TryGetValue(fact, out var value) ? value : null;

    public Facts With(string fact, string? value)
    {
        if (string.IsNullOrEmpty(value)) Remove(fact);
        else this[fact] = value;
        return this;
    }

    public Guid? Id(string fact) => Get(fact) is { } id ? Guid.Parse(id) : null;

    public T? Choice<T>(string fact) where T : struct, Enum => Get(fact) is { } name ? Enum.Parse<T>(name) : null;

    public DateOnly? Date(string fact) => Get(fact) is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd") : null;
}

/// <summary>A line, or several that speak of one thing, on its way to be written.</summary>
/// <param name="Id">What it speaks of; null for something new.</param>
/// <param name="Line">Its number in the file.</param>
public sealed record ImportEntry(int Line, Guid? Id, Facts? Stored, Facts Wanted)
{
    public List<CellError> Errors { get; } = [];

    public void Refuse(string column, string sentence) => Errors.Add(new(column, sentence));

    public bool Changes(string fact) => Stored?.Get(fact) != Wanted.Get(fact);
}

/// <param name="Column">Code of a column; "" for the whole line.</param>
public sealed record CellError(string Column, string Sentence);
