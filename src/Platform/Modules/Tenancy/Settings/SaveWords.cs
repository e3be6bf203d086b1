using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>The words of the space: "action" where others say "engagement". An empty word goes back to the usual one.</summary>
public static partial class SaveWords
{
    public const int WordLength = 30;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Form : IRequest<Command>;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Command : ICommand<Unit>, IChangesSpace
    {
        public int Version { get; init; }
        [Display(Name = "Vocabulaire")] public List<Line> Words { get; init; } = [];
        /// <summary>Forget everything typed: every word becomes the usual one.</summary>
        public bool Reset { get; init; }

        internal static Command From(Tenant t)
        {
            var words = Vocabulary.FromJson(t.Words);
            return new() { Version = t.Version, Words = [.. Vocabulary.Keys.Select(key => Line.Of(key, words[key]))] };
        }
    }

    public enum Gender
    {
        [Display(Name = "masculin")] Masculine,
        [Display(Name = "féminin")] Feminine,
    }

    public sealed record Line
    {
        public string? Key { get; init; }
        public string? Singular { get; init; }
        public string? Plural { get; init; }
        public Gender Gender { get; init; }

        internal static Line Of(string key, Word word) => new() { Key = key, Singular = word.Singular, Plural = word.Plural, Gender = word.Feminine ? Gender.Feminine : Gender.Masculine };

        public override string ToString() => $"{Key} : {Singular}, {Plural} ({EnumNames.Of(Gender)})";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Words).ChildRules(line =>
        {
            line.RuleFor(l => l.Key).Must(key => key is not null && Vocabulary.Keys.Contains(key));
            line.RuleFor(l => l.Gender).IsInEnum();
            line.RuleFor(l => l.Singular).MaximumLength(WordLength).Must(IsWord).WithMessage(Letters);
            line.RuleFor(l => l.Plural).MaximumLength(WordLength).Must(IsWord).WithMessage(Letters);
            line.RuleFor(l => l.Singular).NotNull().When(l => l.Plural is not null).WithMessage("Écrivez aussi le singulier.");
            line.RuleFor(l => l.Plural).NotNull().When(l => l.Singular is not null).WithMessage("Écrivez aussi le pluriel.");
        }).When(c => !c.Reset);

        private const string Letters = "Des lettres seulement, avec au besoin une espace, un tiret ou une apostrophe.";

        private static bool IsWord(string? text) => text is null || Shape().IsMatch(text);
    }

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M} '’-]*$", RegexOptions.None, 100)]
    private static partial Regex Shape();

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => Command.From(await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == tenant.Id, ct));
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
            if (space.Version != c.Version) throw new Conflict(stored: Command.From(space), typed: c);
            space.Speak(c.Reset ? Vocabulary.Default : Vocabulary.With(c.Words.Where(l => l.Singular is not null).DistinctBy(l => l.Key)
                .Select(l => KeyValuePair.Create(l.Key!, new Word(l.Singular!, l.Plural!, l.Gender == Gender.Feminine)))));
            return Unit.Value;
        }
    }
}
