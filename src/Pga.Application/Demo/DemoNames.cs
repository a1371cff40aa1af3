namespace Pga.Application.Demo;

/// <summary>Invented people with the names of a city like Utrecht.</summary>
internal static class DemoNames
{
    private static readonly Weighted<Origin> Origins = new(
        (38, new Origin(
            ["Daan", "Sem", "Jesse", "Thijs", "Luuk", "Bram", "Ruben", "Koen", "Niels", "Jeroen", "Mike", "Kevin", "Ricardo", "Björn", "Stijn", "Tygo"],
            ["Sanne", "Noor", "Lotte", "Femke", "Anouk", "Iris", "Eva", "Renée", "Zoë", "Britt", "Kim", "Demi"],
            ["", "", "", "de", "van", "van de", "van den", "van der", "ter"],
            ["Jansen", "Vries", "Bakker", "Visser", "Smit", "Meijer", "Boer", "Mulder", "Groot", "Bos", "Dijk", "Berg", "Heuvel", "Linden", "Brink", "Postma", "Hoekstra", "Kuipers", "Veenstra", "Loenen", "Zijl", "Ruiter"])),
        (24, new Origin(
            ["Mohamed", "Ayoub", "Bilal", "Hamza", "Ilyas", "Zakaria", "Anass", "Soufiane", "Yassine", "Nabil", "Reda", "Ismaël"],
            ["Fatima", "Salma", "Naoual", "Samira", "Hanae", "Ikram", "Loubna", "Chaïma"],
            ["", "", "", "el", "el", "ait", "ben"],
            ["Amrani", "Bouzid", "Idrissi", "Haddad", "Khattabi", "Ouali", "Yaakoubi", "Azzouzi", "Hamdaoui", "Mansouri", "Tahiri", "Ouazzani", "Bakkali", "Chaoui"])),
        (14, new Origin(
            ["Emre", "Mert", "Yiğit", "Çağlar", "Ömer", "Barış", "Kaan", "Burak", "Umut", "Şükrü"],
            ["Elif", "Büşra", "Zeynep", "Gülşen", "Esra", "Özlem", "Ayşe"],
            [""],
            ["Yıldız", "Özdemir", "Şahin", "Çelik", "Aydın", "Kılıç", "Doğan", "Öztürk", "Korkmaz", "Güneş", "Aslan", "Taşkın"])),
        (10, new Origin(
            ["Jairo", "Dwight", "Rayvano", "Giovanni", "Shurwin", "Romano", "Ashwin", "Vikash", "Jermaine"],
            ["Chantal", "Shanice", "Naomi", "Priya", "Rochelle", "Anjali"],
            [""],
            ["Pinas", "Ramdin", "Kartosen", "Vrede", "Biervliet", "Soekhai", "Martina", "Landveld", "Jubitana", "Doorson", "Ganpat", "Wijdenbosch"])),
        (4, new Origin(
            ["Kacper", "Michał", "Łukasz", "Paweł", "Oskar", "Bartosz"],
            ["Zuzanna", "Kinga", "Małgorzata", "Agnieszka"],
            [""],
            ["Kowalczyk", "Wiśniewski", "Zieliński", "Wójcik", "Dąbrowski", "Szymański", "Krawczyk", "Pawłowski"])),
        (10, new Origin(
            ["Abdi", "Yonas", "Samuel", "Farid", "Omid", "Khalid", "Tesfay", "Elias", "Mahad", "Rami"],
            ["Hodan", "Selam", "Nadia", "Layla", "Amal", "Miriam"],
            ["", "", "al"],
            ["Warsame", "Tekle", "Hassan", "Nazari", "Kassem", "Ghebre", "Noori", "Jama", "Farah", "Saleh", "Abebe"])));

    private sealed record Origin(string[] Men, string[] Women, string[] Prefixes, string[] Families);

    public static (string Given, string? Prefix, string Family) Of(DemoRandom random, string gender)
    {
        var origin = random.Pick(Origins);
        var given = random.Pick(gender == "female" || (gender != "male" && random.Chance(0.5)) ? origin.Women : origin.Men);
        var prefix = random.Pick(origin.Prefixes);
        var family = random.Pick(origin.Families);
        return (given, prefix.Length == 0 ? null : prefix, family);
    }

    public static string Given(DemoRandom random, bool woman)
    {
        var origin = random.Pick(Origins);
        return random.Pick(woman ? origin.Women : origin.Men);
    }
}
