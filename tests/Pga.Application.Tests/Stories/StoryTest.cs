using Microsoft.EntityFrameworkCore;
using Pga.Application.Stories;
using Pga.Domain.Clients;
using Pga.Domain.Rapportage;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Stories;

/// <summary>A dossier with an expert, and the others who have to do with its story.</summary>
internal abstract class StoryTest : SliceTest
{
    protected const int Year = 2025;
    protected const string Clean = "Een jongere had schulden. Nu werkt hij bij een bakker.";

    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Sanne Zandstra");

    /// <summary>Reads along, but may not write.</summary>
    protected StaffMember TeamMate { get; } = A.Staff(StaffRoles.PgaExpert, name: "Tom Tuinman");

    protected StaffMember Coordinator { get; } = A.Staff(StaffRoles.Coordinator, name: "Karel Kaptein");

    protected StaffMember Stranger { get; } = A.Staff(StaffRoles.PgaExpert, "team-2", "Vera Vreemd");

    protected StaffMember Manager { get; } = A.Staff(StaffRoles.Manager, null, "Mirjam Meester");

    protected StaffMember Officer { get; } = A.Staff(StaffRoles.PrivacyOfficer, null, "Otto Oppas");

    protected StaffMember Administrator { get; } = A.Staff(StaffRoles.Administrator, null, "Fenna Feit");

    protected Client Client { get; } = A.Client("Zoë", "Yıldız", "2026-0412");

    protected Traject Traject { get; private set; } = null!;

    [SetUp]
    public async Task GivenDossier()
    {
        Traject = A.Traject(Client, Expert);
        await Pga.Given(Expert, TeamMate, Coordinator, Stranger, Manager, Officer, Administrator, Client, Traject);
    }

    protected WriteStory Draft(string text = Clean, string title = "Weer aan het werk") =>
        new(Guid.CreateVersion7(), Traject.Id, Year, title, text, StoryLinks.Leefgebied, "werk-opleiding");

    protected Task<Guid> Write(string text = Clean) => Pga.Send(Expert, Draft(text));

    protected async Task<Guid> Anonymised(string text = Clean)
    {
        var id = await Write(text);
        await Pga.Send(Expert, new AnonymiseStory(Guid.CreateVersion7(), id, await Version(id)));
        return id;
    }

    protected async Task<Guid> Consented(string text = Clean)
    {
        var id = await Anonymised(text);
        await Pga.Send(Expert, new RecordConsent(Guid.CreateVersion7(), id, await Version(id), "spoken", Today));
        return id;
    }

    protected async Task<Guid> Released(string text = Clean)
    {
        var id = await Consented(text);
        await Pga.Send(Officer, await Release(id));
        return id;
    }

    protected async Task<ReleaseStory> Release(Guid id) => new(Guid.CreateVersion7(), id, await Version(id));

    protected Task<Story> Stored(Guid id) => Pga.Read(db => db.Stories.AsNoTracking().SingleAsync(s => s.Id == id));

    protected async Task<Guid> Version(Guid id) => (await Stored(id)).Version;

    protected Task Confirm(int year)
    {
        var edition = new Edition(Guid.CreateVersion7(), year);
        edition.Make("2024-1", new DateTime(year + 1, 2, 1, 12, 0, 0, DateTimeKind.Utc));
        edition.Confirm(Manager.Id, Manager.Name, new DateTime(year + 1, 2, 1, 12, 0, 0, DateTimeKind.Utc));
        edition.SealWith(new byte[Edition.SealSize]);
        return Pga.Given(edition);
    }
}
