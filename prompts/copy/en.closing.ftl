# An admin closes a class, opens it again, or says who teaches it; and the classes of a school that may need an admin.

# To its teachers, and to those whose contract is open there. $name is the admin.
class-closed = *{ $name } closed { $classroom }.* I ask nobody for check-ins there now.
class-closed-teacher = They are an admin. All contracts stay as they are. An admin can open the class again.
class-closed-student = Your contract stays as it is. You do not have to do anything.
class-opened = *{ $name } opened { $classroom } again.* I ask for check-ins there again.
class-opened-teacher = They are an admin. The Home tab shows the class and what is waiting for you.
class-opened-student = Your contract goes on. I will ask on the next check-in day.

# To all who teach the class now.
teachers-changed = *{ $by } changed who teaches { $classroom }.* Its teachers now: { $teachers }.
teachers-changed-next = They are an admin. What was signed stays signed.

# On an admin's Home, a line for each class, with a button beside it. $since is a day.
school-stale = { $count ->
    [one] { $classroom }: one proposal has been waiting for a teacher since { $since }
   *[other] { $classroom }: { $count } proposals are waiting for a teacher, the oldest since { $since }
  }
school-empty = { $classroom }: there are no students in this class
school-more = { $count ->
    [one] There is one more class like this.
   *[other] There are { $count } more classes like this.
  }
school-change-button = Change teachers
school-close-button = Close class
school-close-title = Close this class?
school-close-what = I will ask nobody for check-ins there. I will tell its teachers, and students with an open contract. Nothing is deleted, and you can open the class again.
school-close-yes = Close class
school-close-no = Keep class
# Placeholders of two menus of classes.
school-close-any = Close a class
school-open-again = Open a class again
school-close-hint = In a closed class I ask for nothing, and all that was written stays. I tell its teachers when you close or open it.
