namespace Pga.Web.Pages.Conferences;

/// <summary>When and where; shared by the page that plans a conference and the one that moves it. In the order of the screen.</summary>
public sealed class ConferenceForm
{
    public Guid CommandId { get; set; }

    public Guid BaseVersion { get; set; }

    public DateOnly? HeldOn { get; set; }

    public TimeOnly? StartsAt { get; set; }

    public string? Place { get; set; }
}
