using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>Whether white text can be read on a colour, while it is being chosen.</summary>
public static class CheckAccent
{
    [Needs(TenancyPermissions.Settings)]
    public sealed record Query(string? Accent) : IRequest<Answer>;

    /// <param name="Accent">Null when what was given is no colour.</param>
    public sealed record Answer(string? Accent, double Ratio, bool IsReadable);

    internal sealed class Handler : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken ct) => Task.FromResult(Of(query.Accent));
    }

    public static Answer Of(string? accent) => accent is not null && Contrast.IsColour(accent)
        ? new(accent.ToLowerInvariant(), Contrast.WithWhite(accent), Contrast.IsReadable(accent))
        : new(null, 1, false);
}
