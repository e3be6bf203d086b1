using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>A commitment to write.</summary>
internal sealed record Promise(string Title, DateOnly Start, CommitmentState State)
{
    public string? Statement { get; init; }
    public string? Means { get; init; }
    public DateOnly? Due { get; init; }
    public int Cadence { get; init; } = Commitment.UsualCadence;
    public IReadOnlyList<Organisation> Holders { get; init; } = [];
    public Guid? CoalitionId { get; init; }
    public Theme? Theme { get; init; }
    public Axis? Axis { get; init; }
    public IReadOnlyList<Objective> Objectives { get; init; } = [];
    public Person? Referent { get; init; }
    public Person? Facilitator { get; init; }
    public bool IsPublic { get; init; } = true;
    public DateOnly? Closed { get; init; }
    public string? Reason { get; init; }
    public IReadOnlyList<Step> Measures { get; init; } = [];
    public IReadOnlyList<Said> News { get; init; } = [];
    /// <summary>What the holder says to the public.</summary>
    public string? Answer { get; init; }
    public int AnsweredDaysAgo { get; init; } = 20;
}

internal sealed record Step(string Title, DateOnly? Due, DateOnly? Done = null, Organisation? By = null);

/// <param name="IsPublic">Everybody may read its text.</param>
internal sealed record Said(int DaysAgo, UpdateStatus Status, int? Progress, string Text, string By, bool IsPublic = true);

/// <summary>A lead to write.</summary>
/// <param name="Verdicts">One letter per question, in their order: o yes, n no, ? unknown, anything else no answer.</param>
internal sealed record Idea(string Title, int DaysAgo, string Verdicts, LeadState State = LeadState.UnderStudy)
{
    public string? Description { get; init; }
    public string? Origin { get; init; }
    public Theme? Theme { get; init; }
    public Organisation? Organisation { get; init; }
    public Person? Person { get; init; }
    public string? Reason { get; init; }
    /// <summary>By the rank of the question, from 0.</summary>
    public IReadOnlyDictionary<int, string> Comments { get; init; } = new Dictionary<int, string>();
}
