using Microsoft.EntityFrameworkCore;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Application.Tests.Trajects;
using Pga.Domain.Conferences;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Conferences;

/// <summary>Random users over random cases of random conferences: agenda, count, sheet and dossier show the same to each.</summary>
internal sealed class VisibilityConferencesTests : SliceTest
{
    private readonly Random _random = new(20260305);

    [Test]
    public async Task Is_the_same_in_agenda_count_sheet_and_dossier_for_random_users()
    {
        var world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(world.Entities);
        var by = world.Users[0].Id;
        var conferences = Enumerable.Range(0, 9).Select(i => new CaseConference(
            Guid.CreateVersion7(), $"team-{(i % 3) + 1}", Today, new TimeOnly(9 + i, 0), "Stadskantoor", by, Today)).ToList();
        var made = new List<(CaseConference Conference, Traject Traject, ConferenceCase Case)>();
        foreach (var conference in conferences)
        {
            // Of any team: a traject that went to another one stays where it was discussed, and nowhere else.
            foreach (var traject in world.Trajects.Where(_ => _random.Next(4) == 0))
            {
                var its = ConferenceCase.Chosen(Guid.CreateVersion7(), traject.Id, traject.ClientId, ConferenceReasons.Chosen);
                its.PutOn(conference, made.Count);
                if (_random.Next(2) == 0)
                {
                    its.Open(conference, false, Pga.Clock.GetUtcNow().UtcDateTime);
                    its.WriteMinutes("Verslag", Guid.CreateVersion7(), by, Pga.Clock.GetUtcNow().UtcDateTime);
                    its.Close(true, Pga.Clock.GetUtcNow().UtcDateTime);
                }

                made.Add((conference, traject, its));
            }
        }

        await Pga.Given([.. conferences, .. made.Select(m => m.Case), .. made.Select(m => ConferenceInvitation.Outsider(Guid.CreateVersion7(), m.Case, null, "Politie", "agent", "Convenant"))]);
        var (shown, hidden) = (0, 0);
        foreach (var user in world.Users)
        {
            var visible = world.VisibleTo(user);
            var list = (await Pga.Send(user, new GetConferences())).ToCome.ToDictionary(c => c.Id);
            foreach (var conference in conferences)
            {
                var on = made.Where(m => m.Conference == conference && IsOnAgenda(m)).ToList();
                var mine = on.Where(m => visible.Contains(m.Traject.Id)).ToList();
                (shown, hidden) = (shown + mine.Count, hidden + on.Count - mine.Count);
                var isTeam = conference.Team == user.Team && (user.Roles.Contains(StaffRoles.PgaExpert) || user.Roles.Contains(StaffRoles.Coordinator));
                Assert.That(list.ContainsKey(conference.Id), Is.EqualTo(isTeam || mine.Count > 0), "listed");
                if (!list.TryGetValue(conference.Id, out var line))
                {
                    Assert.ThrowsAsync<NotFound>(() => Pga.Send(user, new GetConference(conference.Id)));
                    continue;
                }

                Assert.That((line.Cases, line.Discussed), Is.EqualTo((mine.Count, mine.Count(m => m.Case.OpenedAt is not null))), "counted");
                Assert.That((await Pga.Send(user, new GetConference(conference.Id))).Cases.Select(c => c.TrajectId), Is.EqualTo(mine.Select(m => m.Traject.Id)), "on the agenda");
                if (!user.Roles.Contains(StaffRoles.Coordinator) || conference.Team != user.Team)
                    continue;
                var proposed = await Pga.Send(user, new GetCaseProposals(conference.Id));
                Assert.That(proposed.Due.Concat(proposed.PutForward).Select(p => p.TrajectId).Except(visible), Is.Empty, "proposed");
            }

            foreach (var m in made)
            {
                if (visible.Contains(m.Traject.Id) && IsOnAgenda(m))
                    Assert.That((await Pga.Send(user, new GetConferenceCase(m.Conference.Id, m.Case.Id))).TrajectId, Is.EqualTo(m.Traject.Id));
                else
                    Assert.ThrowsAsync<NotFound>(() => Pga.Send(user, new GetConferenceCase(m.Conference.Id, m.Case.Id)));
            }

            foreach (var traject in world.Trajects)
            {
                if (!visible.Contains(traject.Id))
                {
                    Assert.ThrowsAsync<NotFound>(() => Pga.Send(user, new GetDiscussions(traject.Id)));
                    continue;
                }

                var discussed = made.Where(m => m.Traject == traject && m.Case.OpenedAt is not null).Select(m => m.Case.Id);
                Assert.That((await Pga.Send(user, new GetDiscussions(traject.Id))).Discussions.Select(d => d.CaseId), Is.EquivalentTo(discussed), "in the dossier");
            }

            Assert.That(await Pga.ReadAs(user, db => db.ConferenceInvitations.Select(i => i.TrajectId).ToListAsync()), Is.All.Matches<Guid>(visible.Contains));
        }

        Assert.That((shown, hidden), Is.GreaterThan((100, 100)), "Enough of both, or this test says little.");
    }
    private static bool IsOnAgenda((CaseConference Conference, Traject Traject, ConferenceCase Case) m) => m.Case.OpenedAt is not null || m.Traject.Team == m.Conference.Team;
}
