using System.Net.Http.Json;

using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:4010") };
var response = await http.PostAsJsonAsync(
    "/v3/oauth/token/generate",
    new { key = "demo-key", secret = "demo-secret" });
response.EnsureSuccessStatusCode();
Console.WriteLine(await response.Content.ReadAsStringAsync());
