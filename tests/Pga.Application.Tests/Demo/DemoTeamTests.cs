using Microsoft.EntityFrameworkCore;
using Pga.Application.Demo;
using Pga.Application.Staff;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Demo;

internal sealed class DemoTeamTests : SliceTest
{
    [Test]
    public async Task Has_a_replacement_and_a_transfer_to_answer_for_the_demo_accounts()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        var expert = await Account("expert@pga.example");
        var coordinator = await Account("coordinator@pga.example");

        var transfer = (await Pga.Send(expert, new GetTransfers())).ToAnswer.Single();
        var view = await Pga.Send(expert, new GetTransfer(transfer.TransferId));
        Assert.That((view.Cases.Count, view.MayAnswer, view.Note), Is.EqualTo((2, true, view.Note)).And.Matches<(int, bool, string?)>(v => v.Item3 is { Length: > 50 }));
        await Pga.Send(expert, new AcceptTransfer(Guid.CreateVersion7(), transfer.TransferId));
        Assert.That((await Pga.Send(await Account("coordinator2@pga.example"), new GetTransfers())).ToAnswer.Single().Cases, Is.EqualTo(1));

        var absence = (await Pga.Send(coordinator, new GetAbsences())).Own.Single();
        Assert.That((await Pga.Send(expert, new GetAbsences())).Replacing.Single().AbsenceId, Is.EqualTo(absence.AbsenceId));
        Assert.That((await Pga.Send(coordinator, new GetTeam())).Workers.Single(w => w.StaffId == expert.Id).Replacing, Is.EqualTo(3));
        Assert.That((await Pga.Send(coordinator, new GetAbsence(absence.AbsenceId))), Has.Property("Uncovered").GreaterThan(0).And.Property("Total").GreaterThan(3));
    }

    private Task<StaffMember> Account(string email) => Pga.Read(db => db.Staff.SingleAsync(s => s.Email == email));
}
