using System.Reflection;
using Pga.Application.Staff;

namespace Pga.Architecture.Tests;

/// <summary>Who sees a dossier follows from the name of a team, so it has one spelling, whoever writes it.</summary>
internal sealed class TeamTests
{
    /// <summary>Whoever hands the name of a team to the domain, each with where it has it from.</summary>
    private static readonly Dictionary<string, string> Writers = new()
    {
        ["AddUserHandler"] = "typed: asks for its spelling",
        ["ProposeTransferHandler"] = "typed, by who uses the API: asks for its spelling",
        ["FolderWriter"] = "of a folder: Cells.Team asked for its spelling",
        ["AcceptTransferHandler"] = "the transfer's",
        ["MakeConferenceHandler"] = "the actor's",
        ["ReferClientHandler"] = "the actor's",
        ["DemoOrganisation"] = "makes up the teams, for an empty database",
        ["DemoCaseload"] = "one of those",
        ["DemoConferences"] = "one of those",
        ["DemoTeam"] = "one of those",
    };

    private static readonly (Type By, MemberInfo Member)[] AllCalls = [.. Ours.All.Except([Ours.Domain]).SelectMany(Calls.Of)];

    [Test]
    public void Are_written_by_who_has_their_one_spelling()
    {
        var taking = Ours.Domain.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Cast<MethodBase>()
                .Concat(t.GetConstructors()))
            .Where(m => !m.IsPrivate && m.Name != "Deconstruct" && m.GetParameters().Any(p => p.ParameterType == typeof(string) && p.Name!.EndsWith("team", StringComparison.OrdinalIgnoreCase)))
            .ToList();
        Assert.That(taking.Select(m => m.DeclaringType!.Name + m.Name.Replace(".ctor", "", StringComparison.Ordinal)), Is.EquivalentTo(new[]
        {
            "StaffMember", "StaffMemberChange", "Traject", "TrajectMoveTo", "TrajectFromImport", "TrajectChangeFromImport", "TransferProposal", "CaseConference",
        }));

        Assert.That(By(taking.Contains), Is.EquivalentTo(Writers.Keys), "a new writer asks TeamNames for the spelling of what was typed");
    }

    [Test]
    public void Get_their_spelling_wherever_they_are_typed() =>
        Assert.That(By(m => m.DeclaringType?.Name == nameof(TeamNames) && m.Name == nameof(TeamNames.SpellingOf)), Is.EquivalentTo(new[] { "AddUserHandler", "Cells", "ProposeTransferHandler" }));

    private static IEnumerable<string> By(Func<MemberInfo, bool> which) => AllCalls.Where(c => which(c.Member)).Select(c => c.By.Name).Distinct();
}
