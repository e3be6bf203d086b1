using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Whether a secret opens anything: asked before a file is received from somebody who is not signed in.</summary>
public static class LivePersonalLink
{
    [Anonymous]
    public sealed record Query(PersonalPurpose Purpose, string? Secret) : IRequest<bool>;

    internal sealed class Handler(PersonalLinks links) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query query, CancellationToken ct) => await links.Find(query.Purpose, query.Secret, ct) is { UsedAt: null };
    }
}

/// <summary>A page by personal link whose form carries files: as heavy as those of members, for whoever holds a link that serves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FilesByLinkAttribute(PersonalPurpose purpose) : Attribute
{
    public PersonalPurpose Purpose { get; } = purpose;
}
