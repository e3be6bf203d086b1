using FluentValidation;
using Platform.Modules.Governance.Meetings;

namespace Platform.Modules.Governance.Decisions;

/// <summary>What the fields of a vote must be, in session as in the register.</summary>
internal static class VotingFields
{
    public static IRuleBuilderOptions<T, int?> IsVoteCount<T>(this IRuleBuilder<T, int?> rule) => rule.InclusiveBetween(0, AgendaItem.MostVotes);

    public static IRuleBuilderOptions<T, string?> IsActSubject<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || ActSubjects.NameOf(s) is not null).WithMessage("Choisissez dans la liste.");
}
