using Platform.Modules.Forum.Invitations;

namespace Platform.Modules.Forum;

internal static class ForumSetup
{
    public static IServiceCollection AddForum(this IServiceCollection services) => services.AddScoped<GuestLetters>();
}
