#pragma warning disable MA0048, CA1822, CA1051 // Wrong on purpose: each type breaks one rule.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Tests.Architecture.Canaries.Modules.South
{
    public sealed class Secret
    {
        public static int Count => 1;
    }

    public sealed class Tide : TenantOwned;

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ShoreAttribute : Attribute;
}

namespace Platform.Tests.Architecture.Canaries.Modules.South.Contract
{
    public sealed record Greeting(string Text);
}

namespace Platform.Tests.Architecture.Canaries.Modules.North
{
    using Platform.Tests.Architecture.Canaries.Modules.South;
    using Platform.Tests.Architecture.Canaries.Modules.South.Contract;

    public sealed class Harbour
    {
        public void Enter(Secret secret) => ArgumentNullException.ThrowIfNull(secret);
    }

    public sealed class Lambda
    {
        public Func<int, int> Adds => n => n + Secret.Count;
    }

    public sealed class Waits
    {
        public async Task<int> Later()
        {
            await Task.Yield();
            return Secret.Count;
        }
    }

    public sealed class Counts
    {
        public IEnumerable<int> All()
        {
            yield return Secret.Count;
        }
    }

    public sealed class Generic
    {
        public int None() => Enumerable.Empty<Secret>().Count();
    }

    [Shore]
    public sealed class Marked;

    public sealed class Mapping : TenantOwned
    {
        internal sealed class Table : IEntityTypeConfiguration<Mapping>
        {
            public void Configure(EntityTypeBuilder<Mapping> builder) => builder.HasMany<Tide>().WithOne().HasForeignKey(nameof(Secret.Count));

            public int Peek() => Secret.Count;
        }
    }

    public sealed class Polite
    {
        public Greeting Greet() => new("Bonjour");
    }

    public sealed class Keyed : TenantOwned
    {
        public Guid TideId { get; init; }

        internal sealed class Table : IEntityTypeConfiguration<Keyed>
        {
            public void Configure(EntityTypeBuilder<Keyed> builder) => builder.BelongsTo<Keyed, Tide>(nameof(TideId));
        }
    }
}
