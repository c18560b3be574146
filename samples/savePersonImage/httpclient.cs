using System.Net.Http.Headers;
using System.Text;

using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:4010") };
var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("demo-user:demo-password"));
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);

using var body = new ByteArrayContent(await File.ReadAllBytesAsync("spec/fixtures/portrait.jpg"));
body.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
var response = await http.PutAsync("/api/v1/Person/123/Image", body);
response.EnsureSuccessStatusCode();
Console.WriteLine(await response.Content.ReadAsStringAsync());
