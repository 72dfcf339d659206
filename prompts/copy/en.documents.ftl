# A contract as a document to print. $student is a student’s name.
document-button = As a document
# What stands above the file, without formatting
document-contract-student = Here is your contract as a document, to keep or print. It holds all that you both signed, also what helps you. You decide who sees it.
document-contract-teacher = Here is { $student }’s contract as a document, to print or keep. It also says what helps { $student }, so it is not for the class.
# In place of the file
document-not-given = I could not give you the file. Your school may not let me send files yet: an admin can change that. To read the contract here, type /accord contract.
refusal-document-not-signed = There is nothing to print yet. It becomes a document once both of you have signed it.

# What the file is called
document-contract-file = learning-contract.pdf
# On the page
document-contract-heading = Learning contract of { $student }
document-student = *Student:* { $name }
document-class = *Class:* { $name }
document-agreed = *Signed by both since:* { DATETIME($date, dateStyle: "long") }
document-change-waits = A change to this contract waits for a signature. It is not on this page.
document-rest = Everything else
document-signatures = Signatures
document-who = Who
document-signed = Signed in Slack
document-by-hand = By hand
document-role-student = Student
document-role-teacher = Teacher
# $date is a day, $time a time of day
document-signed-at = { DATETIME($date, dateStyle: "long") }, { $time }
# $hash is 64 letters and digits, $zone the name of a time zone
document-fingerprint = Fingerprint of this wording: { $hash }. With one other letter it would be another one. Times are those of { $zone }.
# At the foot of each page
document-foot = { $classroom } · version { $number }
document-unshown = [?] stands where I cannot print a sign. In Slack it is shown.
