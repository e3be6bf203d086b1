using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.People;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Updates;

public enum ReceivedState : short
{
    [Display(Name = "À valider")] Waiting = 1,
    [Display(Name = "Acceptée")] Accepted,
    [Display(Name = "Renvoyée avec une question")] Answered,
}

/// <summary>What a referent without an account has said of a commitment, by the link of a mail. It becomes news when somebody who follows the
/// commitment accepts it; before that, nothing of the commitment changes.</summary>
[Display(Name = "Nouvelle reçue")]
public sealed class ReceivedNews : TenantOwned
{
    public const int AnswerLength = 2000;

    private string label = "";

    private ReceivedNews() { }

    public ReceivedNews(Commitment about, PersonalLink link, Guid formKey, UpdateStatus status, int? progress, string text, DateTimeOffset now, DateOnly today)
    {
        if (progress is < 0 or > 100) throw new RuleViolation("update.progress");
        (label, CommitmentId, PersonId, LinkId, FormKey) = (about.Label, about.Id, link.Holder, link.Id, formKey);
        (Status, Progress, Text, ReceivedAt, ReceivedOn) = (status, progress, text, now, today);
    }

    public Guid CommitmentId { get; private set; }
    /// <summary>Whose word it is; named by the identifier, so that an erased person is named nowhere here.</summary>
    [Display(Name = "De la part de")] public Guid PersonId { get; private set; }
    /// <summary>The link by which it came: it gives one news.</summary>
    public Guid LinkId { get; private set; }
    public Guid FormKey { get; private set; }
    [Display(Name = "Situation")] public UpdateStatus Status { get; private set; }
    [Display(Name = "Avancement (%)")] public int? Progress { get; private set; }
    [Display(Name = "Nouvelle")] public string Text { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    [Display(Name = "Reçue le")] public DateOnly ReceivedOn { get; private set; }
    [Display(Name = "Suite")] public ReceivedState State { get; private set; } = ReceivedState.Waiting;
    [Display(Name = "Réponse")] public string? Answer { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public Guid? SettledById { get; private set; }
    [Personal(nameof(SettledById))] public string? SettledBy { get; private set; }
    /// <summary>The news that it became.</summary>
    public Guid? UpdateId { get; private set; }

    public override string Label => label.Length > 0 ? label : $"Nouvelle du {French.Date(ReceivedOn)}";

    public void Accept(Update became, Author by, DateTimeOffset now)
    {
        Settle(ReceivedState.Accepted, by, now);
        UpdateId = became.Id;
    }

    /// <summary>Asked for more, or told why it is not published as it is.</summary>
    public void Reply(string answer, Author by, DateTimeOffset now)
    {
        Settle(ReceivedState.Answered, by, now);
        Answer = answer;
    }

    private void Settle(ReceivedState state, Author by, DateTimeOffset now)
    {
        if (State != ReceivedState.Waiting) throw new RuleViolation("received.settled");
        (State, SettledAt, SettledById, SettledBy) = (state, now, by.Id, by.Name);
    }

    internal sealed class Table : IEntityTypeConfiguration<ReceivedNews>
    {
        public void Configure(EntityTypeBuilder<ReceivedNews> b)
        {
            b.Property(n => n.Text).HasMaxLength(Update.TextLength);
            b.Property(n => n.Answer).HasMaxLength(AnswerLength);
            b.Property(n => n.SettledBy).HasMaxLength(120);
            b.BelongsTo<ReceivedNews, Commitment>(nameof(CommitmentId));
            b.BelongsTo<ReceivedNews, Person>(nameof(PersonId));
            b.BelongsTo<ReceivedNews, Update>(nameof(UpdateId));
            // One link, one news, whoever presses twice.
            b.HasIndex(n => new { n.TenantId, n.LinkId }).IsUnique();
            b.HasIndex(n => new { n.TenantId, n.State, n.ReceivedAt, n.Id });
        }
    }
}

[Rules]
internal static class ReceivedRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["received.settled"] = "Quelqu’un de l’équipe a déjà traité cette nouvelle.",
    };
}

internal static class ReceivedStates
{
    public static Badge Badge(this ReceivedState state) => state switch
    {
        ReceivedState.Waiting => new(EnumNames.Of(state), Tone.Accent, "hourglass"),
        ReceivedState.Accepted => new(EnumNames.Of(state), Tone.Ok, "circle-check"),
        ReceivedState.Answered => new(EnumNames.Of(state), Tone.Neutral, "arrow-back-up"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As it stands in an address.</summary>
    public static string Slug(this ReceivedState state) => state switch
    {
        ReceivedState.Waiting => "a-valider",
        ReceivedState.Accepted => "acceptee",
        _ => "renvoyee",
    };
}
