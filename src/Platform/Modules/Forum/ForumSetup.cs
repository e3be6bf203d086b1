using Platform.Modules.Forum.Closing;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Forum;

internal static class ForumSetup
{
    public static IServiceCollection AddForum(this IServiceCollection services) =>
        services.AddScoped<GuestLetters>().AddScoped<ILastLook, StillSilent>().AddScoped<Places>().AddScoped<TellGuests>().AddScoped<GuestLinks>().AddScoped<Certificates>();
}
