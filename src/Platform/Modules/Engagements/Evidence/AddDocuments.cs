using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Files or a link, attached where a <see cref="Place"/> says.</summary>
public static class AddDocuments
{
    /// <summary>Who may is a matter of the place: <see cref="DocumentRight"/>.</summary>
    [AnyMember]
    public sealed record Form(Place At) : IRequest<Answer>;

    /// <param name="Part">The news or the step on which it hangs; null for the whole.</param>
    /// <param name="Back">Address of the sheet.</param>
    /// <param name="MayShow">What it hangs on is public, and the asker decides what is shown.</param>
    public sealed record Answer(string Owner, string? Part, string Back, bool MayShow);

    [AnyMember]
    public sealed record Command : ICommand<int>
    {
        /// <summary>Said by the address, never by the form.</summary>
        [BindNever] public Place At { get; set; } = new(null, null, null, null);
        [Display(Name = "Fichiers")] public List<IFormFile> Files { get; init; } = [];
        [Display(Name = "Adresse")] public string? Address { get; init; }
        [Display(Name = "Titre")] public string? Title { get; init; }
        [Display(Name = "Montré au public")] public bool IsPublic { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Files).Must((c, files) => files.Count > 0 || c.Address is not null).WithMessage("Choisissez un fichier, ou donnez l’adresse d’un lien.");
            RuleFor(c => c.Address).IsWebSite(Document.AddressLength);
            RuleFor(c => c.Title).IsLine(Document.NameLength);
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, int>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var spot = await DocumentRight.Check(form.At, db, mediator, memberships, ct);
            return new(spot.Owner, spot.Part, spot.Back, spot.IsPublic && spot.Decides);
        }

        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var place = c.At;
            var spot = await DocumentRight.Check(place, db, mediator, memberships, ct);
            if (c.IsPublic && !spot.Decides) throw new Forbidden(EngagementPermissions.Write);
            if (c.IsPublic && !spot.IsPublic) throw new RuleViolation("document.internal");
            var (by, now) = (Author.Of(user), clock.GetUtcNow());
            var put = (await Filing.Put(db, c, nameof(c.Files), place, c.Files, by, now, ct)).ToList();
            if (c.Address is not null) put.Add(await Filing.Put(db, c, nameof(c.Address), place, TextRules.WebAddress(c.Address)!, c.Title, by, now, ct));
            if (c.IsPublic) put.ForEach(d => d.Show(toThePublic: true));
            if (place.CommitmentId is { } commitment) await EvidenceLevels.Weigh(db, commitment, ct);
            return put.Count;
        }
    }
}
